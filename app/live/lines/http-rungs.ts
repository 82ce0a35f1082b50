import type { Timers } from "../clock";
import { askingTwice } from "./asking-twice";
import { EventFeed, STREAM_DEADLINE } from "./event-feed";
import type { OpenFeed } from "./feed";
import type { HttpCalls } from "./http-calls";
import { HttpLine } from "./http-line";
import type { OpenLine } from "./line";
import { PollFeed } from "./poll-feed";

/** Any key does: what comes through is that there is none. */
const PROBE = "$sources.none";

interface HttpPorts {
  readonly calls: HttpCalls;
  readonly timers: Timers;
}

interface PollingPorts extends HttpPorts {
  readonly isHidden: () => boolean;
}

/** By server-sent events, once one of them has come through. */
export function eventLine({ timers, ...ports }: HttpPorts): OpenLine {
  const calls = askingTwice(ports.calls, timers);
  const prove = (proven: (works: boolean) => void) => {
    const tell = (works: boolean) => {
      stop();
      proven(works);
    };
    const cancel = calls.events([PROBE], null, {
      heard: () => {},
      frame: ({ type }) => tell(type === "snapshot"),
      ended: () => tell(false),
    });
    const cancelDeadline = timers.after(STREAM_DEADLINE, () => tell(false));
    const stop = () => {
      cancel();
      cancelDeadline();
    };
    return stop;
  };
  const openFeed: OpenFeed = (keys, since, events) => new EventFeed({ calls, timers }, keys, since, events);
  return (events) => new HttpLine({ transport: "SSE", calls, timers, openFeed, prove }, events);
}

/** By asking again and again. */
export function pollingLine({ timers, isHidden, ...ports }: PollingPorts): OpenLine {
  const calls = askingTwice(ports.calls, timers);
  const prove = (proven: (works: boolean) => void) => {
    proven(true);
    return () => {};
  };
  const openFeed: OpenFeed = (keys, since, events) => new PollFeed({ calls, timers, isHidden }, keys, since, events);
  return (events) => new HttpLine({ transport: "polling", calls, timers, openFeed, prove }, events);
}
