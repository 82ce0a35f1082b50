import { type ClientRequest, get, type IncomingMessage } from "node:http";
import * as v from "valibot";
import { down } from "../../core/protocol/down";
import type { Subscribe } from "../../core/protocol/subscribe";
import { AskingReader } from "./asking-reader";

/** A comment comes every 15 s at least. */
const SILENT_AFTER = 20_000;

/** A reader of server-sent events. */
export class EventReader extends AskingReader {
  readonly transport = "SSE";
  #request: ClientRequest | null = null;
  #silence: NodeJS.Timeout | undefined;

  protected ask(visit: number, question: Subscribe): void {
    const { port, headers } = this.order;
    const stood = question.since === undefined ? {} : { "Last-Event-ID": question.since };
    const path = `/live/harbour/events?keys=${question.keys.map(encodeURIComponent).join()}`;
    this.#heard(visit);
    this.#request = get(
      { host: "127.0.0.1", port, path, headers: { ...headers, ...stood }, agent: false },
      (response) => this.#read(visit, question.id, response),
    );
    this.#request.once("error", () => this.ended(visit, "lost"));
  }

  protected disconnect(): void {
    clearTimeout(this.#silence);
    this.#request?.destroy();
  }

  #read(visit: number, id: string, response: IncomingMessage): void {
    if (response.statusCode !== 200) return this.ended(visit, `status ${response.statusCode}`);
    // Of this response alone: the one before may have more on its way here after it was given up.
    let rest = "";
    response.setEncoding("utf8").on("data", (chunk: string) => {
      if (visit !== this.visit) return;
      this.#heard(visit);
      const events = (rest + chunk).split("\n\n");
      rest = events.pop() ?? "";
      for (const event of events) this.#take(visit, id, event);
    });
    response.once("error", () => this.ended(visit, "lost"));
    response.once("end", () => this.ended(visit, "ended"));
  }

  #take(visit: number, id: string, event: string): void {
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (data === undefined) return;
    // What follows a reset is the whole, which says so itself.
    if (event.startsWith("event: realtime.reset")) return;
    const frame = v.parse(down, JSON.parse(data));
    if (frame.type === "bye") return this.ended(visit, frame.code);
    this.hear(visit, frame.type === "snapshot" ? { ...frame, id } : frame);
  }

  #heard(visit: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.ended(visit, "silent"), SILENT_AFTER);
  }
}
