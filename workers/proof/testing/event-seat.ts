import * as v from "valibot";
import { down } from "../../../core/protocol/down";
import type { Subscribe } from "../../../core/protocol/subscribe";
import { get, type StreamReader, streamOf } from "../../testing/event-stream";
import type { Person } from "../../testing/person";
import { AskingSeat } from "./asking-seat";

/** A reader of server-sent events. */
export class EventSeat extends AskingSeat {
  readonly name = "SSE";
  readonly #person: Person;
  readonly #workspace: string;
  #stream: StreamReader | null = null;
  #asked = "";
  #read = 0;

  constructor(patterns: readonly string[], person: Person, workspace: string) {
    super(patterns);
    this.#person = person;
    this.#workspace = workspace;
  }

  protected async ask({ id, keys, since }: Subscribe): Promise<void> {
    const headers = new Headers(this.#person.browser.headers);
    if (since !== undefined) headers.set("Last-Event-ID", since);
    const path = `${this.#workspace}/events?keys=${keys.join()}`;
    [this.#stream, this.#asked, this.#read] = [streamOf(await get(path, headers)), id, 0];
  }

  protected async disconnect(): Promise<void> {
    await this.#stream?.cancel();
  }

  async look(): Promise<void> {
    const stream = this.#stream;
    if (!stream || !this.isHere) return;
    for (const { event, data } of stream.events.slice(this.#read)) {
      this.#read += 1;
      if (event === "realtime.reset") continue;
      const frame = v.parse(down, JSON.parse(data));
      this.hear(this.visits, frame.type === "snapshot" ? { ...frame, id: this.#asked } : frame);
    }
    if (stream.ended) await this.go();
  }
}
