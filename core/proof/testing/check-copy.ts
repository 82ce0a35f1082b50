import { matches } from "../../keys/pattern";
import type { Ledger, State } from "./ledger";
import { mayReadKey } from "./may-read";
import type { ReferenceReader } from "./reference-reader";
import { violated } from "./violated";

/** What a reader holds is what was true at its cursor, of the keys it asked for and may read: all of it, and no more. */
export function checkCopy(reader: ReferenceReader, ledger: Ledger): void {
  const { keys } = reader.copy;
  const state: State | undefined = reader.cursor === null ? new Map() : ledger.at(reader.cursor);
  if (!state) violated("I4", `nobody was ever at ${reader.cursor}`);
  const { who } = reader;
  if (who === null) return;
  const answered = [...reader.answered];
  let expected = 0;
  for (const [key, truth] of state) {
    if (!answered.some((pattern) => matches(pattern, key)) || !mayReadKey(who, key)) continue;
    expected += 1;
    const held = keys.get(key);
    if (!held) violated("I3", `${key} is missing at ${reader.cursor}`);
    if (held.text !== truth.text) violated("I4", `${key} is ${held.text} at ${reader.cursor}, not ${truth.text}`);
    if (held.rev !== truth.rev || held.at !== truth.at) violated("I2", `${key} is at ${held.rev}, not ${truth.rev}`);
    if (JSON.stringify(held.meta) !== JSON.stringify(truth.meta)) violated("I4", `${key} has another meta`);
  }
  if (keys.size !== expected) violated("I1", `${[...keys.keys()].join()} are held, and ${expected} should be`);
}

/** In the end it holds what the store holds. */
export function checkEnd(reader: ReferenceReader, ledger: Ledger): void {
  checkCopy(reader, ledger);
  // Where nothing of it is the reader's, the store may be further on: its copy is then true there as well.
  const stood = reader.cursor;
  try {
    reader.cursor = ledger.cursor;
    checkCopy(reader, ledger);
  } catch (error) {
    reader.cursor = stood;
    throw error;
  }
  const wanted = [...reader.wanted].every((pattern) => reader.answered.has(pattern));
  if (!wanted) violated("I1", "a reader was not told of all that it asked for");
}
