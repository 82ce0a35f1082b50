import { expect } from "vitest";
import { matches } from "../../../../core/keys/pattern";
import { parseCursor } from "../../../../core/protocol/cursor";
import type { Up } from "../../../../core/protocol/up";
import type { LineEvents, LineFrame, OpenLine } from "../../lines/line";

/** Looks over the shoulder of a line: what it brings has to be what a line of that page's own could have brought. */
export function witnessed(openLine: OpenLine, findings: string[]): OpenLine {
  return (events) => {
    const witness = new LineWitness(findings);
    const line = openLine(watched(events, witness));
    return {
      send: (frame) => {
        witness.sent(frame);
        line.send(frame);
      },
      close: (code, reason) => line.close(code, reason),
      giveUp: () => line.giveUp(),
      check: () => line.check(),
    };
  };
}

function watched(events: LineEvents, witness: LineWitness): LineEvents {
  return {
    welcomed: (frame, transport, throughTab) => {
      witness.welcomed();
      events.welcomed(frame, transport, throughTab);
    },
    received: (frame) => {
      witness.received(frame);
      events.received(frame);
    },
    ended: (ending) => {
      witness.ended();
      events.ended(ending);
    },
  };
}

class LineWitness {
  readonly #findings: string[];
  readonly #asked = new Map<string, readonly string[]>();
  readonly #dropping = new Map<string, readonly string[]>();
  #answered: string[] = [];
  #seq: number | null = null;
  #over = false;

  constructor(findings: string[]) {
    this.#findings = findings;
  }

  welcomed(): void {
    this.#live();
    this.#asked.clear();
    this.#dropping.clear();
    this.#answered = [];
    this.#seq = null;
  }

  ended(): void {
    this.#live();
    this.#over = true;
  }

  sent(frame: Up): void {
    if (frame.type === "subscribe") this.#asked.set(frame.id, frame.keys);
    if (frame.type === "resync") this.#findings.push(`asked for ${frame.keys.join()} again`);
    if (frame.type === "unsubscribe") this.#dropping.set(frame.id, frame.keys);
  }

  received(frame: LineFrame): void {
    this.#live();
    switch (frame.type) {
      case "snapshot":
        return this.#answer(
          frame.id,
          frame.part === frame.parts,
          frame.values.map(({ key }) => key),
          frame.cursor,
        );
      case "data_update":
        return this.#step(
          frame.updates.map(({ key }) => key),
          frame.cursor,
        );
      case "beat":
        if (this.#answered.length === 0) this.#findings.push("a beat before an answer");
        return;
      case "unsubscribed": {
        const gone = this.#dropping.get(frame.id) ?? [];
        this.#answered = this.#answered.filter((pattern) => !gone.includes(pattern));
        return;
      }
      case "done":
      case "error":
        return;
    }
  }

  #answer(id: string, isWhole: boolean, keys: string[], cursor: string): void {
    const patterns = this.#asked.get(id);
    if (!patterns) return void this.#findings.push(`an answer to ${id}, which nobody asked`);
    this.#expectWanted(keys, patterns);
    this.#rise(cursor, true);
    if (isWhole) this.#answered.push(...patterns);
    if (isWhole) this.#asked.delete(id);
  }

  #step(keys: string[], cursor: string): void {
    if (keys.length === 0) this.#findings.push("a step of nothing");
    this.#expectWanted(keys, this.#answered);
    this.#rise(cursor, false);
  }

  #expectWanted(keys: string[], patterns: readonly string[]): void {
    const stray = keys.filter((key) => !patterns.some((pattern) => matches(pattern, key)));
    if (stray.length > 0) this.#findings.push(`${stray.join()} came, though only ${patterns.join()} were wanted`);
  }

  /** Several answers may be of one commit; each step is of a later one. */
  #rise(cursor: string, mayStay: boolean): void {
    const seq = parseCursor(cursor)?.seq ?? -1;
    const before = this.#seq ?? -1;
    if (seq < before || (seq === before && !mayStay)) this.#findings.push(`${seq} came after ${before}`);
    this.#seq = seq;
  }

  #live(): void {
    expect(this.#over, "something came after the end").toBe(false);
  }
}
