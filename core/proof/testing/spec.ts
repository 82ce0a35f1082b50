import fc from "fast-check";
import type { Json } from "../../json";

/** A value, written small, so that a failing history can be read. */
export type Spec =
  | { readonly number: number }
  /** Eight rows from this id on, of which one has another figure: successive ones differ little, or slide. */
  | { readonly rows: readonly [from: number, changed: number, figure: number] }
  | { readonly record: readonly [figure: number, deep: number] }
  /** A sliding window of a series of numbers. */
  | { readonly window: readonly [from: number, length: number] }
  /** More than a socket may have on its way besides others. */
  | { readonly large: number }
  /** Two of these are two parts of an answer. */
  | { readonly huge: number };

export function valueOf(spec: Spec): Json {
  if ("number" in spec) return spec.number;
  if ("rows" in spec) {
    const [from, changed, figure] = spec.rows;
    return Array.from({ length: 8 }, (_, i) => ({ id: from + i, v: i === changed ? figure : 0, text: "of a row" }));
  }
  if ("record" in spec) {
    const [figure, deep] = spec.record;
    return { figure, more: { deep, text: "a text of a length at which a patch pays, since it is not sent with it" } };
  }
  if ("window" in spec) {
    const [from, length] = spec.window;
    return Array.from({ length }, (_, i) => ((from + i) * 7919) % 1_000);
  }
  if ("large" in spec) return "x".repeat(7_000) + String(spec.large);
  return "x".repeat(200_000) + String(spec.huge);
}

const small = fc.nat(3);
const number: fc.Arbitrary<Spec> = fc.record({ number: small });
const rows: fc.Arbitrary<Spec> = fc.record({ rows: fc.tuple(fc.nat(2), fc.nat(7), small) });
const record: fc.Arbitrary<Spec> = fc.record({ record: fc.tuple(small, small) });
const window: fc.Arbitrary<Spec> = fc.record({ window: fc.tuple(fc.nat(4), fc.integer({ min: 10, max: 12 })) });
const large: fc.Arbitrary<Spec> = fc.record({ large: small });
const huge: fc.Arbitrary<Spec> = fc.record({ huge: fc.nat(1) });

/** Keys that anybody, some and nobody may read. */
const keys = [
  "a.0",
  "a.1",
  "b.0",
  "b.sub.x",
  "server.cpu",
  "$sources.a",
  "$boards.one",
  "$inbox.u0",
  "$rooms.r",
  "$marks.r",
  "list.v",
];
export const key = fc.constantFrom(...keys);
const of = (name: string, spec: fc.Arbitrary<Spec>) => fc.tuple(fc.constant(name), spec);

/** A key and its value: mostly of a shape that changes little from one to the next. */
export const write = fc.oneof(
  { weight: 12, arbitrary: of("a.0", rows) },
  { weight: 8, arbitrary: of("a.1", record) },
  { weight: 8, arbitrary: of("b.0", window) },
  { weight: 4, arbitrary: of("b.sub.x", number) },
  { weight: 4, arbitrary: of("server.cpu", number) },
  { weight: 8, arbitrary: fc.tuple(key, fc.oneof(number, rows, record, window)) },
  { weight: 3, arbitrary: fc.tuple(key, large) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom("a.0", "a.1", "b.0"), huge) },
);
