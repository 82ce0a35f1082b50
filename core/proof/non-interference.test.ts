import { test as property } from "@fast-check/vitest";
import { expect, vi } from "vitest";
import type { Json } from "../json";
import type { Link } from "./testing/link";
import { Machine } from "./testing/machine";
import { mayReadKey } from "./testing/may-read";
import { pinned } from "./testing/pinned";
import { history, type Step } from "./testing/step";

const PROVE = process.env.DELTABOARD_PROVE === "1";
/** Each run is two histories. */
const RUNS = PROVE ? 50_000 : 500;
vi.setConfig({ testTimeout: PROVE ? 3_600_000 : 60_000 });

/** The first reader has an inbox, `$inbox.u0`; the second is a member as well. */
const [first, second, visitor] = [
  { kind: "member", id: "u0" },
  { kind: "member", id: "u1" },
  { kind: "visitor", id: "" },
] as const;

/**
 * Values in two runs: what nobody may read differs in content and in size, what one of the readers may not read in
 * content. Two values are equal in one run exactly when they are in the other, so the keys change at the same times.
 */
function secretly(mark: "left" | "next", size: number): (key: string, value: Json) => Json {
  return (key, value) => {
    if (!mayReadKey(first, key)) return [mark, value, mark.repeat(size)];
    if (!mayReadKey(second, key)) return [`own ${mark}`, value];
    return mayReadKey(visitor, key) ? value : [mark, value];
  };
}

function run(steps: readonly Step[], hidden: (key: string, value: Json) => Json): Link[] {
  const machine = new Machine(hidden);
  machine.run(steps);
  machine.quiet();
  return machine.seats.flatMap(({ links }) => links);
}

/** A member sees the marks, an inbox's those whose it is; the hashes of patches are of values with marks in them. */
function withoutMarks({ who, transcript }: Link): readonly string[] {
  if (who.kind === "visitor") return transcript;
  const seen = transcript.map((text) => text.replaceAll('["next",', '["left",').replace(/,"hash":"[0-9a-f]{8}"/g, ""));
  return who.id === first.id ? seen.map((text) => text.replaceAll('["own next",', '["own left",')) : seen;
}

property.prop([history], {
  numRuns: RUNS,
  examples: pinned.map((steps): [Step[]] => [[...steps]]),
  ...(PROVE ? {} : { seed: 2 }),
})(
  "[I8] two histories that differ in what a reader may not read look the same to it, to the last character",
  (steps) => {
    const [one, other] = [run(steps, secretly("left", 0)), run(steps, secretly("next", 500))];
    expect(one.map(({ who, closedWith }) => [who, closedWith])).toEqual(
      other.map(({ who, closedWith }) => [who, closedWith]),
    );
    for (const [i, link] of one.entries()) expect(withoutMarks(link)).toEqual(withoutMarks(other[i] as Link));
  },
);
