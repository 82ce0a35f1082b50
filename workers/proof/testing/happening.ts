import fc from "fast-check";
import { key, type Spec, write } from "../../../core/proof/testing/spec";

/** Transports that the same is read over. */
export const SEATS = 4;

/** What happens to the store, and to those who read it. `away`, `length`: for so many happenings. */
export type Happening =
  | { readonly do: "commit"; readonly writes: readonly (readonly [string, Spec])[]; readonly unit: string }
  | { readonly do: "series"; readonly value: number }
  | { readonly do: "append"; readonly key: string; readonly events: readonly number[]; readonly keep: number }
  | { readonly do: "remove"; readonly keys: readonly string[] }
  | { readonly do: "leave"; readonly seat: number; readonly away: number }
  | { readonly do: "hold"; readonly length: number }
  | { readonly do: "settle" };

/** The object itself drops the state of a source that is not there. */
const isKept = (name: string) => !name.startsWith("$sources.");
const stream = fc.constantFrom("a.log", "b.log", "$inbox.mail");
const does = <Name extends Happening["do"], Rest extends object>(
  name: Name,
  rest: { [Field in keyof Rest]: fc.Arbitrary<Rest[Field]> },
) => fc.record<Rest>(rest).map((fields) => ({ do: name, ...fields }));

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 40,
    arbitrary: does("commit", {
      writes: fc.uniqueArray(
        write.filter(([name]) => isKept(name)),
        { selector: ([name]) => name, minLength: 1, maxLength: 3 },
      ),
      unit: fc.constantFrom("", "", "", "", "s"),
    }),
  },
  { weight: 10, arbitrary: does("series", { value: fc.nat(5) }) },
  {
    weight: 16,
    arbitrary: does("append", {
      key: stream,
      events: fc.array(fc.nat(3), { maxLength: 4 }),
      keep: fc.constantFrom(3, 3, 3, 100),
    }),
  },
  {
    weight: 6,
    arbitrary: does("remove", {
      keys: fc.uniqueArray(fc.oneof(key.filter(isKept), stream), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 8, arbitrary: does("leave", { seat: fc.nat(SEATS - 1), away: fc.nat(12) }) },
  { weight: 6, arbitrary: does("hold", { length: fc.integer({ min: 1, max: 8 }) }) },
  { weight: 8, arbitrary: does("settle", {}) },
);

/** A history of 220 happenings, the same each time for a seed. */
export function historyOf(seed: number): readonly Happening[] {
  const [history = []] = fc.sample(fc.array(happening, { minLength: 220, maxLength: 220 }), { seed, numRuns: 1 });
  return history;
}
