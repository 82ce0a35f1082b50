import type { Changes } from "../../../core/live-object";
import type { Timers } from "../clock";
import type { Feed, FeedEvents } from "./feed";
import type { HttpCalls } from "./http-calls";
import { lost } from "./lost";

/** Milliseconds from an answer to the next question, and where nobody looks at the page. */
const EVERY = 2_000;
const EVERY_HIDDEN = 10_000;

export interface PollFeedPorts {
  readonly calls: Pick<HttpCalls, "values">;
  readonly timers: Timers;
  readonly isHidden: () => boolean;
}

/** Asks again and again what has changed. */
export class PollFeed implements Feed {
  readonly #ports: PollFeedPorts;
  readonly #keys: () => string[];
  readonly #events: FeedEvents;
  #since: string;
  #isAsking = false;
  #cancel: () => void = () => {};

  constructor(ports: PollFeedPorts, keys: () => string[], since: string, events: FeedEvents) {
    this.#ports = ports;
    this.#keys = keys;
    this.#since = since;
    this.#events = events;
    this.#ask();
  }

  look(): void {
    if (this.#isAsking) return;
    this.#cancel();
    this.#ask();
  }

  stop(): void {
    this.#cancel();
    // Nothing asks any more.
    this.#isAsking = true;
  }

  #ask(): void {
    this.#isAsking = true;
    this.#cancel = this.#ports.calls.values(this.#keys(), this.#since, (changes) => this.#answered(changes));
  }

  #answered(changes: Changes | null): void {
    if (changes === null) return this.#events.ended(lost);
    this.#isAsking = false;
    const { timers, isHidden } = this.#ports;
    this.#cancel = timers.after(isHidden() ? EVERY_HIDDEN : EVERY, () => this.#ask());
    this.#since = changes.cursor;
    this.#events.changed(changes);
  }
}
