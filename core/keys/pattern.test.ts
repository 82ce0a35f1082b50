import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { covers, isPattern, matches } from "./pattern";
import { SubscriptionIndex } from "./subscription-index";

test.each([
  ["a.b", "a.b", true],
  ["a.b", "a.b.c", false],
  ["a.*", "a.b", true],
  ["a.*", "a.b.c", true],
  ["a.*", "a", false],
  ["node.net.*.rx", "node.net.eth0.rx", true],
  ["node.net.*.rx", "node.net.eth0.a.rx", false],
  ["node.*.rx.*", "node.eth0.rx.b.c", true],
  ["*", "a", true],
  ["*", "a.b.c", true],
  ["*", "$sources.a", false],
  ["*.a", "$sources.a", false],
  ["$sources.*", "$sources.a", true],
  ["$sources.*", "sources.a", false],
])("[P1] %s and %s: %s", (pattern, key, expected) => expect(matches(pattern, key)).toBe(expected));

test.each(["", "a..b", "a.**", "a*", "$*", "a.$b", "__proto__.*"])("[P2] %j is no pattern", (text) =>
  expect(isPattern(text)).toBe(false),
);

const segment = fc.constantFrom("a", "b", "c");
const key = fc
  .tuple(fc.constantFrom("", "$"), fc.array(segment, { minLength: 1, maxLength: 4 }))
  .map(([sign, segments]) => sign + segments.join("."));
const pattern = fc
  .array(fc.oneof(segment, fc.constant("*")), { minLength: 1, maxLength: 4 })
  .chain((segments) => fc.constantFrom(segments.join("."), segments[0] === "*" ? "*" : `$${segments.join(".")}`));

property.prop([pattern, pattern, key])("[P3] what a pattern covers, it matches", (wide, narrow, name) => {
  if (covers(wide, narrow) && matches(narrow, name)) expect(matches(wide, name)).toBe(true);
});

property.prop([
  fc.array(fc.tuple(fc.nat(5), pattern, fc.boolean()), { maxLength: 30 }),
  fc.array(key, { maxLength: 20 }),
])("[P4] the index finds exactly the readers that have a matching pattern", (steps, keys) => {
  const index = new SubscriptionIndex<number>();
  const held = new Map<number, Set<string>>();
  for (const [reader, wanted, comes] of steps) {
    const patterns = held.get(reader) ?? new Set();
    held.set(reader, patterns);
    if (comes) {
      patterns.add(wanted);
      index.add(reader, wanted);
    } else {
      patterns.delete(wanted);
      index.remove(reader, wanted);
    }
  }
  for (const name of keys) {
    const expected = [...held].filter(([, patterns]) => [...patterns].some((one) => matches(one, name)));
    expect(index.wanting(name)).toEqual(new Set(expected.map(([reader]) => reader)));
  }
  for (const [reader, patterns] of held) for (const one of patterns) index.remove(reader, one);
  expect(index.empty).toBe(true);
});
