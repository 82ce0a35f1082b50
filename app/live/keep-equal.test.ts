import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../core/json";
import { keepEqual } from "./keep-equal";

const json = fc.jsonValue({ maxDepth: 4 }).map((value): Json => JSON.parse(JSON.stringify(value)) as Json);

describe("keepEqual", () => {
  it("gives back the held value where both are equal, and always what is equal to the next one", () => {
    fc.assert(
      fc.property(json, json, (held, next) => {
        expect(keepEqual(held, next)).toStrictEqual(next);
        expect(keepEqual(held, structuredClone(held))).toBe(held);
      }),
    );
  });

  it("keeps the equal parts of what differs", () => {
    const held = { rows: [{ id: 1 }, { id: 2 }], other: { a: [1] } };
    const next = keepEqual(held, { rows: [{ id: 1 }, { id: 3 }], other: { a: [1] } }) as typeof held;
    expect(next.rows[0]).toBe(held.rows[0]);
    expect(next.rows[1]).toEqual({ id: 3 });
    expect(next.other).toBe(held.other);
  });

  it("loses no member, whatever its name", () => {
    const held: Json = JSON.parse('{"a":1,"__proto__":{"b":1}}') as Json;
    const next: Json = JSON.parse('{"a":2,"__proto__":{"b":1},"constructor":null}') as Json;
    expect(JSON.stringify(keepEqual(held, next))).toBe('{"a":2,"__proto__":{"b":1},"constructor":null}');
    expect(keepEqual({}, JSON.parse('{"__proto__":{"b":1}}') as Json)).not.toHaveProperty("b");
  });
});
