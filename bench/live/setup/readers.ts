import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ReaderOrder } from "./reader";
import type { Runtime } from "./runtime";
import type { Side } from "./side";

type Asked =
  | { readonly ask: "open"; readonly orders: readonly ReaderOrder[]; readonly sideBySide: number }
  | { readonly ask: "drop" | "take" | "marks" }
  | { readonly ask: "comeBack"; readonly mark: number }
  | { readonly ask: "everybodyHas"; readonly marks: number | readonly number[] };
export type Question = Asked & { readonly id: number };

export interface Totals {
  readonly frames: number;
  /** Of payload. */
  readonly bytes: number;
  readonly marks: number;
  /** Milliseconds from the push to the reader, one a mark. */
  readonly ages: number[];
}

/** The readers of one side, in a process of their own: what they do must not hold up those who push. */
export class Readers {
  readonly #side: Side["name"];
  readonly #port: number;
  readonly #child: ChildProcess;
  readonly #asked = new Map<number, (result: unknown) => void>();
  #last = 0;
  #count = 0;

  constructor(side: Side["name"], { port }: Runtime) {
    this.#side = side;
    this.#port = port;
    this.#child = fork(fileURLToPath(new URL("readers-main.ts", import.meta.url)), { serialization: "advanced" });
    this.#child.on("message", ({ id, result }: { id: number; result: unknown }) => {
      this.#asked.get(id)?.(result);
      this.#asked.delete(id);
    });
    this.#child.once("exit", (code) => {
      if (code) throw new Error(`the readers of ${side} ended with exit code ${code}`);
    });
  }

  /** Opens a reader for each list of keys, and resolves when all of them are caught up. */
  async open(keys: readonly (readonly string[])[]): Promise<void> {
    const orders = keys.map((own, i) => ({ side: this.#side, port: this.#port, id: this.#count + i, keys: own }));
    this.#count += keys.length;
    await this.#ask({ ask: "open", orders, sideBySide: 64 });
  }

  /** Cuts all of them off at once. */
  async drop(): Promise<void> {
    await this.#ask({ ask: "drop" });
  }

  /** All come back at once, from where they stood. Resolves with the milliseconds until the last one has this mark. */
  async comeBack(mark: number): Promise<number> {
    return (await this.#ask({ ask: "comeBack", mark })) as number;
  }

  /** Resolves with the moment at which the last reader got the newest mark it is to have: one for all, or by reader. */
  async everybodyHas(marks: number | readonly number[]): Promise<number> {
    return (await this.#ask({ ask: "everybodyHas", marks })) as number;
  }

  /** What came since the last call. */
  async take(): Promise<Totals> {
    return (await this.#ask({ ask: "take" })) as Totals;
  }

  /** All marks that ever came, by reader. */
  async marks(): Promise<number[][]> {
    return (await this.#ask({ ask: "marks" })) as number[][];
  }

  stop(): void {
    this.#child.removeAllListeners("exit");
    this.#child.kill();
  }

  #ask(asked: Asked): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    this.#child.send({ ...asked, id });
    return new Promise((resolve) => this.#asked.set(id, resolve));
  }
}
