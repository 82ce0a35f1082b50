import { canonical } from "../../delta/canonical";
import type { Principal } from "../../live-object";
import { parseCursor } from "../../protocol/cursor";
import type { Role } from "../../protocol/welcome";
import type { Ledger } from "./ledger";
import type { ReferenceReader, WriteFrame, Written } from "./reference-reader";
import type { Step } from "./step";
import { violated } from "./violated";

/** The first may write, the second may not. */
export function roleOf(seat: number): Role {
  return seat === 0 ? "editor" : "viewer";
}

export function setFrame(id: string, step: Extract<Step, { do: "set" }>, { copy }: ReferenceReader): WriteFrame {
  const { key, value, ifRev } = step;
  const held = copy.keys.get(key)?.rev ?? 0;
  const rev = { any: {}, held: { ifRev: held }, none: { ifRev: 0 } }[ifRev];
  return { type: "set", id, key, value, ...rev };
}

/** What a writer was told is so: what is done is in the commit that it was told of, and what is refused has its reason. */
export function checkWritten(ledger: Ledger, kind: Principal["kind"] | null, seat: number, written: Written): void {
  const { frame, answer } = written;
  const why = kind === "visitor" ? "not_found" : roleOf(seat) === "viewer" ? "forbidden" : null;
  if (answer.type === "done") {
    if (why !== null) violated("I9", `${frame.key} is written by a ${kind} at seat ${seat}`);
    return checkDone(ledger, frame, answer);
  }
  if (why !== null && answer.code === why) return;
  if (why === null && answer.code === "unavailable") return;
  if (why === null && answer.code === "conflict" && frame.type === "set") return checkConflict(ledger, frame, answer);
  violated("I6", `${JSON.stringify(frame)} is answered by ${answer.code}`);
}

function checkDone(
  ledger: Ledger,
  frame: WriteFrame,
  { cursor, rev }: Extract<Written["answer"], { type: "done" }>,
): void {
  const seq = parseCursor(cursor)?.seq ?? 0;
  const truth = ledger.keyAt(seq, frame.key);
  if (truth?.rev !== rev) violated("I6", `${frame.key} is at rev ${truth?.rev} at ${cursor}, not ${rev}`);
  if (frame.type === "set") {
    if (truth.text !== canonical(frame.value ?? null)) violated("I4", `${frame.key} is ${truth.text} at ${cursor}`);
    return;
  }
  const events = truth.events?.filter(({ id }) => Math.floor(id / 1_000) === seq) ?? [];
  if (events.length !== 1 || events[0]?.data !== frame.data)
    violated("I6", `${frame.key} has not that event at ${cursor}`);
}

function checkConflict(
  ledger: Ledger,
  frame: Extract<WriteFrame, { type: "set" }>,
  { current }: Extract<Written["answer"], { type: "error" }>,
): void {
  if (current === undefined || current.rev === frame.ifRev) violated("I6", "a conflict over the rev that is there");
  const truth = ledger.keyAt(current.rev, frame.key);
  if (current.rev > 0 && truth?.text !== canonical(current.value)) violated("I4", `${frame.key} never was that value`);
}
