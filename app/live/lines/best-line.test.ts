import { expect, it } from "vitest";
import { FakeTime } from "../../../core/proof/testing/fake-time";
import { closeCodes } from "../../../core/protocol/bye";
import type { Up } from "../../../core/protocol/up";
import type { Ending } from "../connection-state";
import { aWelcome } from "../testing/a-welcome";
import { bestLine } from "./best-line";
import type { LineEvents, OpenLine, Transport } from "./line";
import { lost } from "./lost";

const transports: readonly Transport[] = ["WebSocket", "SSE", "polling"];
const blocked: Ending = { kind: "blocked" };
const beat = { type: "beat", at: 1, checked: {}, due: {}, next: 1 } as const;

/** One line as it was opened. */
interface Opened {
  readonly transport: Transport;
  readonly events: LineEvents;
  readonly sent: Up[];
  isClosed: boolean;
}

function setup() {
  const timers = new FakeTime();
  const opened: Opened[] = [];
  const heard: string[] = [];
  let online = () => {};
  const rungs = transports.map(
    (transport): OpenLine =>
      (events) => {
        const line: Opened = { transport, events, sent: [], isClosed: false };
        opened.push(line);
        return {
          send: (frame) => line.sent.push(frame),
          close: () => {
            line.isClosed = true;
          },
          giveUp: () => events.ended({ kind: "silent" }),
          check: () => {},
        };
      },
  );
  const open = bestLine({
    rungs,
    timers,
    watchNetwork: (callback) => {
      online = callback;
      return () => {
        online = () => {};
      };
    },
  });
  const owner: LineEvents = {
    welcomed: (_, transport) => heard.push(`welcomed by ${transport}`),
    received: ({ type }) => heard.push(type),
    ended: ({ kind }) => heard.push(`ended: ${kind}`),
  };
  const newest = () => {
    const line = opened.at(-1);
    if (!line) throw new Error("Nothing was opened.");
    return line;
  };
  return {
    timers,
    opened,
    heard,
    newest,
    open: () => open(owner),
    online: () => online(),
    /** The newest line comes about, or comes to nothing. */
    welcome: () => newest().events.welcomed(aWelcome(), newest().transport),
    end: (ending: Ending = lost) => newest().events.ended(ending),
    ways: () => opened.map(({ transport }) => transport),
  };
}

/** Stands on the last rung, since the ones above are blocked. */
function polling() {
  const all = setup();
  const line = all.open();
  all.end();
  all.end(blocked);
  all.welcome();
  // It looks up once more, at once.
  all.end();
  all.end(blocked);
  const [, , standing] = all.opened;
  if (!standing) throw new Error("It does not poll.");
  all.opened.length = 0;
  return { ...all, line, standing };
}

it("[Y1] takes the next way where one is blocked, and tells its owner of the one that comes about alone", () => {
  const { heard, standing, line } = polling();
  expect(standing.transport).toBe("polling");
  expect(heard).toEqual(["welcomed by polling"]);
  line.send({ type: "unsubscribe", id: "r1", keys: ["a"] });
  expect(standing.sent).toHaveLength(1);
  standing.events.received(beat);
  expect(heard.at(-1)).toBe("beat");
});

it("[Y1] leaves it to its owner to wait where the server does not answer by HTTP either", () => {
  const { open, end, ways, heard } = setup();
  open();
  end();
  end(lost);
  expect(ways()).toEqual(["WebSocket", "SSE"]);
  expect(heard).toEqual(["ended: closed"]);
});

it("[Y1] asks no further where the server itself refused", () => {
  const refusals: Ending[] = [
    { kind: "version" },
    { kind: "closed", code: closeCodes.too_many_connections, reason: "", after: 0 },
  ];
  for (const refusal of refusals) {
    const { open, end, ways, heard } = setup();
    open();
    end(refusal);
    expect(ways()).toEqual(["WebSocket"]);
    expect(heard).toEqual([`ended: ${refusal.kind}`]);
  }
});

it("[Y1] takes the loss of a socket that was there for the server's, and begins with a socket again", () => {
  const { open, welcome, end, ways, heard } = setup();
  open();
  welcome();
  end();
  open();
  expect(ways()).toEqual(["WebSocket", "WebSocket"]);
  expect(heard).toEqual(["welcomed by WebSocket", "ended: closed"]);
});

it("[Y1] goes on by polling where a stream that was there does not come again, and nobody hears of an end", () => {
  const { open, welcome, end, heard, opened } = setup();
  open();
  end();
  welcome();
  end();
  opened[1]?.events.ended(blocked);
  welcome();
  expect(heard).toEqual(["welcomed by SSE", "welcomed by polling"]);
});

it("[Y2] tries the upper ways after a minute, then at times that double up to ten minutes", () => {
  const { timers, end, opened, ways } = polling();
  const waits: number[] = [];
  for (let minute = 0; waits.length < 6; minute++) {
    if (opened.length > 0) {
      waits.push(minute);
      expect(ways()).toEqual(["WebSocket"]);
      end();
      expect(ways()).toEqual(["WebSocket", "SSE"]);
      end(blocked);
      opened.length = 0;
      minute = 0;
    }
    timers.advance(60_000);
  }
  expect(waits).toEqual([1, 2, 4, 8, 10, 10]);
});

it("[Y2] changes over to an upper way when it works, and leaves the lower one", () => {
  const { timers, opened, standing, heard, newest, welcome, line } = polling();
  timers.advance(60_000);
  line.send({ type: "unsubscribe", id: "r1", keys: ["a"] });
  expect(standing.sent).toHaveLength(1);
  welcome();
  expect(heard).toEqual(["welcomed by polling", "welcomed by WebSocket"]);
  expect(standing.isClosed).toBe(true);
  line.send({ type: "unsubscribe", id: "r2", keys: ["a"] });
  expect(newest().sent).toHaveLength(1);
  timers.advance(3_600_000);
  expect(opened).toHaveLength(1);
});

it("[Y2] stops on the way where that is all that works, and looks further up later", () => {
  const { timers, end, ways, welcome, heard } = polling();
  timers.advance(60_000);
  end();
  welcome();
  expect(heard).toEqual(["welcomed by polling", "welcomed by SSE"]);
  timers.advance(120_000);
  expect(ways()).toEqual(["WebSocket", "SSE", "WebSocket"]);
  end();
  expect(ways()).toEqual(["WebSocket", "SSE", "WebSocket"]);
});

it("[Y2] looks up at once when a network comes, once at a time, and not any more when it is closed", () => {
  const { online, ways, end, line } = polling();
  online();
  online();
  expect(ways()).toEqual(["WebSocket"]);
  end();
  end(blocked);
  line.close(1000, "left");
  online();
  expect(ways()).toEqual(["WebSocket", "SSE"]);
});

it("[Y2] looks up at once where it begins on a lower way: the server may have come up between the two tries", () => {
  const { open, end, welcome, ways, heard } = setup();
  open();
  end();
  welcome();
  expect(ways()).toEqual(["WebSocket", "SSE", "WebSocket"]);
  welcome();
  expect(heard).toEqual(["welcomed by SSE", "welcomed by WebSocket"]);
});

it("[Y2] begins where the last one stood, and looks up from there at once", () => {
  const { standing, open, ways, welcome, heard } = polling();
  standing.events.ended(lost);
  expect(heard.at(-1)).toBe("ended: closed");
  open();
  expect(ways()).toEqual(["polling"]);
  welcome();
  expect(ways()).toEqual(["polling", "WebSocket"]);
});

it("leaves nothing open behind", () => {
  const { timers, opened, standing, line } = polling();
  timers.advance(60_000);
  line.close(1000, "left");
  expect([standing, ...opened].map(({ isClosed }) => isClosed)).toEqual([true, true]);
  expect(timers.waiting).toBe(0);
});
