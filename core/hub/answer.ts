import type { Beat } from "../protocol/beat";
import type { Cursor } from "../protocol/cursor";
import { formatCursor } from "../protocol/cursor";
import type { StoreChanges } from "../store/changes-since";

/** Characters of values a part holds at most; one value larger than this travels alone. */
export const PART_BYTES = 256 * 1024;

interface Part {
  readonly values: string[];
  readonly tails: string[];
}

/** The text of one catch-up, the same for all who ask for the same from the same place: each value is written once. */
export class Answer {
  readonly cursor: Cursor;
  readonly #changes: StoreChanges;
  readonly #parts: Part[];

  constructor(cursor: Cursor, changes: StoreChanges) {
    this.cursor = cursor;
    this.#changes = changes;
    this.#parts = partsOf(changes);
  }

  get parts(): number {
    return this.#parts.length;
  }

  /** The frame of one part, counted from 1, for one reader: its request's id, and when its sources were looked at. */
  frame(part: number, id: string, { checked, due }: Pick<Beat, "checked" | "due">): string {
    const { values, tails } = this.#parts[part - 1] ?? { values: [], tails: [] };
    const { full, reason, removed } = this.#changes;
    const own = { type: "snapshot", id, cursor: formatCursor(this.cursor), full, ...(reason ? { reason } : {}) };
    const rest = { part, parts: this.parts, removed: part === 1 ? removed : [], checked, due };
    const tailsText = tails.length > 0 ? `,"tails":[${tails.join()}]` : "";
    return `${open(own)},${inner(rest)},"values":[${values.join()}]${tailsText}}`;
  }
}

/** Answers to the same question, kept until the next commit: a thousand readers who come back together ask the same. */
export class Answers {
  readonly #made = new Map<string, Answer>();

  find(question: string, make: () => Answer): Answer {
    const held = this.#made.get(question);
    if (held) return held;
    if (this.#made.size >= MAX_KEPT) this.#made.clear();
    const made = make();
    this.#made.set(question, made);
    return made;
  }

  clear(): void {
    if (this.#made.size > 0) this.#made.clear();
  }
}

const MAX_KEPT = 32;

function partsOf({ values, tails = [] }: StoreChanges): Part[] {
  const parts: Part[] = [{ values: [], tails: [] }];
  let size = 0;
  const place = (list: keyof Part, text: string) => {
    if (size > 0 && size + text.length > PART_BYTES) {
      parts.push({ values: [], tails: [] });
      size = 0;
    }
    parts.at(-1)?.[list].push(text);
    size += text.length;
  };
  for (const value of values) place("values", JSON.stringify(value));
  for (const tail of tails) place("tails", JSON.stringify(tail));
  return parts;
}

/** An object's text, to be gone on with. */
function open(value: object): string {
  return JSON.stringify(value).slice(0, -1);
}

function inner(value: object): string {
  return JSON.stringify(value).slice(1, -1);
}
