import fc from "fast-check";
import { key, write } from "./spec";

/** Who is at the sockets: two people and somebody at the signed-out page. */
export const SEATS = 3;

const stream = fc.constantFrom("a.log", "$inbox.mail");
const pattern = fc.constantFrom(
  "a.*",
  "a.0",
  "b.*",
  "b.*.x",
  "*",
  "$sources.*",
  "$inbox.*",
  "$presence.*",
  "a.log",
  "server.*",
  "list.*",
);
const listKey = fc.constantFrom("list.v", "list.w");
const ifRev = fc.constantFrom("any" as const, "held" as const, "none" as const);
const seat = fc.nat(SEATS - 1);
const count = fc.integer({ min: 1, max: 6 });
const events = fc.array(fc.nat(3), { maxLength: 4 });
const writes = fc.uniqueArray(write, { selector: ([name]) => name, minLength: 1, maxLength: 3 });

type Does<Name extends string, Rest extends object = object> = fc.Arbitrary<{ readonly do: Name } & Readonly<Rest>>;
function does<Name extends string, Rest extends object>(
  name: Name,
  rest: { [Field in keyof Rest]: fc.Arbitrary<Rest[Field]> },
): Does<Name, Rest> {
  return fc.record<Rest>(rest).map((fields) => ({ do: name, ...fields }));
}
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

/** One thing that happens. Each makes sense at any time, so that a history stays one whatever is taken out of it. */
export const step = fc.oneof(
  often(40, does("commit", { writes, unit: fc.constantFrom("", "", "", "", "", "s") })),
  often(8, does("series", { value: fc.nat(5) })),
  often(12, does("append", { key: stream, events, keep: fc.constantFrom(3, 3, 3, 3, 3, 100) })),
  often(4, does("remove", { keys: fc.uniqueArray(fc.oneof(key, stream), { minLength: 1, maxLength: 3 }) })),
  often(2, does("equal", {})),
  often(2, does("fail", {})),
  often(20, does("time", { ms: fc.constantFrom(1, 10, 25, 50, 1_500) })),
  often(1, does("time", { ms: fc.constantFrom(31_000, 70_000) })),
  often(2, does("look", {})),
  often(3, does("beat", {})),
  often(16, does("flow", { seat })),
  often(14, does("up", { seat, count })),
  often(14, does("down", { seat, count })),
  often(6, does("ack", { seat })),
  often(5, does("slow", { seat, slow: fc.boolean() })),
  often(8, does("connect", { seat })),
  often(4, does("cut", { seat, away: fc.boolean() })),
  often(6, does("want", { seat, pattern })),
  often(6, does("leave", { seat, nth: fc.nat(3) })),
  often(2, does("again", { seat })),
  often(3, does("resync", { seat })),
  often(8, does("set", { seat, key: listKey, value: fc.nat(3), ifRev })),
  often(5, does("say", { seat, data: fc.nat(3) })),
  often(4, does("writeAgain", { seat })),
  often(4, does("stand", { seat, board: fc.constantFrom("one", "one", "two"), editing: fc.boolean() })),
  often(1, does("revoke", { seat })),
  often(1, does("role", { seat, kind: fc.constantFrom("member" as const, "visitor" as const) })),
  often(1, does("kill", {})),
  often(4, does("hibernate", {})),
  often(1, does("renew", {})),
  often(2, does("doubt", {})),
  often(6, does("clear", {})),
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Long ones, too: fast-check's own idea of a size would end at a dozen. */
export const history = fc.noBias(fc.array(step, { maxLength: 150, size: "max" }));
