import type { Up } from "../../../core/protocol/up";
import type { Loadable } from "../loadable";
import type { Line, LineEvents, OpenLine } from "./line";
import { lost } from "./lost";

/** A way to the server whose code comes apart. While that cannot be loaded, the server counts as gone. */
export function loadableLine<T>(code: Loadable<T>, lineOf: (code: T) => OpenLine): OpenLine {
  return (events) => (code.now ? lineOf(code.now)(events) : new LoadableLine(code, lineOf, events));
}

/** Stands for the line until its code is here. Nothing is sent before a welcome, so nothing has to wait for it. */
class LoadableLine<T> implements Line {
  readonly #lineOf: (code: T) => OpenLine;
  readonly #events: LineEvents;
  #line: Line | null = null;
  #over = false;

  constructor(code: Loadable<T>, lineOf: (code: T) => OpenLine, events: LineEvents) {
    this.#lineOf = lineOf;
    this.#events = events;
    void this.#open(code);
  }

  send(frame: Up): void {
    this.#line?.send(frame);
  }

  close(code: number, reason: string): void {
    this.#over = true;
    this.#line?.close(code, reason);
  }

  giveUp(): void {
    if (this.#line) this.#line.giveUp();
    else this.#end();
  }

  check(): void {
    this.#line?.check();
  }

  async #open(code: Loadable<T>): Promise<void> {
    const loaded = await code.again();
    if (this.#over) return;
    if (loaded.ok) this.#line = this.#lineOf(loaded.code)(this.#events);
    else this.#end();
  }

  #end(): void {
    this.#over = true;
    this.#events.ended(lost);
  }
}
