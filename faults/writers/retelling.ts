import type { Json } from "../../core/json";
import { valueOf } from "../../core/proof/testing/spec";
import type { Happening } from "../../workers/proof/testing/happening";
import type { Sender, WriteQuestion } from "./sender";

/** A body of the HTTP API has 256 kB. */
const BODY = 250_000;

/** What of a history a program can do over HTTP: keys that are not its to write are left out. */
export class Retelling {
  readonly #sender: Sender;
  #told = 0;

  constructor(sender: Sender) {
    this.#sender = sender;
  }

  async tell(happening: Happening): Promise<void> {
    switch (happening.do) {
      case "commit":
        return this.#values(Object.fromEntries(happening.writes.map(([key, spec]) => [key, valueOf(spec)])));
      case "series":
        return this.#values({ "a.s": happening.value });
      case "append":
        return this.#append(happening);
      case "remove":
        for (const key of happening.keys.filter(isOurs))
          await this.#send({ method: "DELETE", path: `/api/v1/keys/${key}` });
        return;
      case "leave":
      case "hold":
      case "settle":
        return;
    }
  }

  async #values(values: Readonly<Record<string, Json>>): Promise<void> {
    const own = Object.entries(values).filter(([key]) => isOurs(key));
    const isLarge = JSON.stringify(own).length > BODY;
    for (const some of isLarge ? own.map((one) => [one]) : [own]) {
      const body = JSON.stringify({ values: Object.fromEntries(some) });
      if (some.length > 0) await this.#send({ method: "POST", path: "/api/v1/values", body });
    }
  }

  async #append({ key, events, keep }: Extract<Happening, { do: "append" }>): Promise<void> {
    if (events.length === 0 || !isOurs(key)) return;
    this.#told += 1;
    const headers = { "Idempotency-Key": `told-${this.#told}` };
    const path = `/api/v1/events/${key}?keep=${keep}`;
    await this.#send({ method: "POST", path, headers, body: JSON.stringify(events) });
  }

  async #send(question: WriteQuestion): Promise<void> {
    const { answer } = await this.#sender.send(question);
    if (answer.status !== 200) throw new Error(`${question.method} ${question.path}: ${answer.status} ${answer.body}`);
  }
}

function isOurs(key: string): boolean {
  return key.startsWith("a.") || key.startsWith("b.");
}
