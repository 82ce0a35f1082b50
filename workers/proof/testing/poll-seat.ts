import * as v from "valibot";
import { snapshot } from "../../../core/protocol/snapshot";
import type { Subscribe } from "../../../core/protocol/subscribe";
import { get } from "../../testing/event-stream";
import type { Person } from "../../testing/person";
import { AskingSeat } from "./asking-seat";

/** A reader that asks again and again. */
export class PollSeat extends AskingSeat {
  readonly name = "polling";
  readonly #person: Person;
  readonly #workspace: string;
  #etag: string | null = null;

  constructor(patterns: readonly string[], person: Person, workspace: string) {
    super(patterns);
    this.#person = person;
    this.#workspace = workspace;
  }

  protected async ask({ id, keys, since }: Subscribe): Promise<void> {
    const headers = new Headers(this.#person.browser.headers);
    if (since !== undefined && this.#etag !== null) headers.set("If-None-Match", this.#etag);
    const path = `${this.#workspace}/values?keys=${keys.join()}${since === undefined ? "" : `&since=${since}`}`;
    const response = await get(path, headers);
    this.#etag = response.headers.get("ETag");
    // As it stands where it stood.
    const same = { cursor: since, full: false, values: [], removed: [], checked: {}, due: {} };
    const changes: object = response.status === 304 ? same : await response.json();
    this.hear(this.visits, v.parse(snapshot, { type: "snapshot", id, part: 1, parts: 1, ...changes }));
  }

  protected async disconnect(): Promise<void> {}

  async look(): Promise<void> {
    if (!this.isHere) return;
    this.reader.again();
    await this.askAll();
  }
}
