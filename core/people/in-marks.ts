import type * as v from "valibot";
import { type Part, type Refused, refused } from "../hub/decide-write";
import { readAs } from "../schema/read-as";
import { cleanText } from "./clean-text";
import type { Desk } from "./desk";
import { MAX_MARKS, type Mark, marks, type toMarks } from "./mark";
import { newest } from "./newest";

/** What something noted on a board's charts comes to: its marks as they are then. */
export function inMarks(board: string, data: v.InferOutput<typeof toMarks>, desk: Desk): Part[] | Refused {
  const key = `$marks.${board}`;
  const held = readAs(marks, desk.held(key)) ?? [];
  const next = "of" in data ? changed(held, data, desk) : added(held, data, desk);
  if ("refused" in next) return next;
  return [{ write: { key, value: newest(next, desk.valueBytes, MAX_MARKS), meta: { kind: "value" } } }];
}

type New = Exclude<v.InferOutput<typeof toMarks>, { of: number }>;
type Change = Extract<v.InferOutput<typeof toMarks>, { of: number }>;

function added(held: readonly Mark[], { at, until, text }: New, { id, by }: Desk): readonly Mark[] | Refused {
  const clean = cleanText(text);
  if (clean === "") return refused("bad_input", "Say something.");
  return [...held, { id, by, at, ...(until === undefined ? {} : { until }), text: clean }];
}

/** In other words by its author; gone by its author or who moderates. */
function changed(held: readonly Mark[], { of, text }: Change, desk: Desk): readonly Mark[] | Refused {
  const at = held.findIndex(({ id }) => id === of);
  const mark = held[at];
  if (!mark) return refused("not_found", "This note is gone.");
  const isOwn = mark.by.id === desk.by.id;
  if (!isOwn && !(text === null && desk.moderates)) return refused("forbidden", "A note is its author's to change.");
  if (text === null) return held.toSpliced(at, 1);
  const clean = cleanText(text);
  if (clean === "") return refused("bad_input", "Say something.");
  return clean === mark.text ? held : held.with(at, { ...mark, text: clean, edited: desk.now });
}
