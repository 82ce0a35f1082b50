import { type Bye, closeCodes } from "../../../core/protocol/bye";
import type { Down } from "../../../core/protocol/down";
import type { Snapshot } from "../../../core/protocol/snapshot";
import type { Timers } from "../clock";
import type { Ending } from "../connection-state";
import { joinParts } from "../join-parts";
import type { Feed, FeedEvents } from "./feed";
import type { HttpCalls } from "./http-calls";

/** A response that has not begun by then (milliseconds) is held back by something on the way. */
export const STREAM_DEADLINE = 8_000;
/** A quiet stream has a comment every 15 s; after two and a half of them (milliseconds) nobody is there any more. */
const SILENT_AFTER = 37_500;
/** What cut it off may last a moment (milliseconds). */
const BACK_AFTER = 1_000;
/** One that was cut off sooner than this (milliseconds) after it began is no way to go on. */
const SHORTEST = 10_000;

export interface EventFeedPorts {
  readonly calls: Pick<HttpCalls, "events">;
  readonly timers: Timers;
}

/** Reads one response of server-sent events after another, each from where the last one ended. */
export class EventFeed implements Feed {
  readonly #ports: EventFeedPorts;
  readonly #keys: () => string[];
  readonly #events: FeedEvents;
  #since: string;
  #parts: Snapshot[] = [];
  #openedAt = 0;
  #heardAt = 0;
  /** Whether this response has brought where it begins. */
  #hasBegun = false;
  #cancelStream: () => void = () => {};
  #cancelTimer: () => void = () => {};

  constructor(ports: EventFeedPorts, keys: () => string[], since: string, events: FeedEvents) {
    this.#ports = ports;
    this.#keys = keys;
    this.#since = since;
    this.#events = events;
    this.#open();
  }

  /** Timers of a machine that slept were late, and what it was connected to may be gone. */
  look(): void {
    if (this.#hasBegun && this.#silence() >= SILENT_AFTER) this.#open();
  }

  stop(): void {
    this.#cancelStream();
    this.#cancelTimer();
    this.#hasBegun = false;
  }

  #open(): void {
    this.stop();
    const { calls, timers } = this.#ports;
    this.#parts = [];
    this.#openedAt = timers.now();
    this.#cancelTimer = timers.after(STREAM_DEADLINE, () => this.#lost());
    this.#cancelStream = calls.events(this.#keys(), this.#since, {
      heard: () => {
        this.#heardAt = timers.now();
      },
      frame: (frame) => this.#receive(frame),
      ended: () => this.#lost(),
    });
  }

  #receive(frame: Down): void {
    switch (frame.type) {
      case "snapshot":
        return this.#begin(frame);
      case "data_update":
        this.#since = frame.cursor;
        return this.#events.received(frame);
      case "beat":
        return this.#events.received(frame);
      case "bye":
        return this.#dismissed(frame);
      case "error":
        return this.#end({ kind: "blocked" });
      case "welcome":
      case "unsubscribed":
      case "done":
        return;
    }
  }

  #begin(part: Snapshot): void {
    this.#parts.push(part);
    if (part.part < part.parts) return;
    this.#hasBegun = true;
    this.#cancelTimer();
    this.#watch(SILENT_AFTER);
    this.#since = part.cursor;
    this.#events.changed(joinParts(part, this.#parts));
    this.#parts = [];
  }

  /** A response lasts five minutes at most: that is no reason to say anything. */
  #dismissed({ code, reason, after = 0 }: Bye): void {
    if (code !== closeCodes.restarting) return this.#end({ kind: "closed", code, reason, after });
    this.#openAfter(after);
  }

  #lost(): void {
    const lasted = this.#ports.timers.now() - this.#openedAt;
    if (this.#hasBegun && lasted >= SHORTEST) this.#openAfter(BACK_AFTER);
    else this.#end({ kind: "blocked" });
  }

  #openAfter(milliseconds: number): void {
    this.stop();
    this.#cancelTimer = this.#ports.timers.after(milliseconds, () => this.#open());
  }

  #watch(after: number): void {
    this.#cancelTimer = this.#ports.timers.after(after, () => {
      const silence = this.#silence();
      if (silence >= SILENT_AFTER) this.#open();
      else this.#watch(SILENT_AFTER - silence);
    });
  }

  #silence(): number {
    return this.#ports.timers.now() - this.#heardAt;
  }

  #end(ending: Ending): void {
    this.stop();
    this.#events.ended(ending);
  }
}
