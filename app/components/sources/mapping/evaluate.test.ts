import { expect, test } from "vitest";
import { emptyRule } from "../source-values";
import { evaluate } from "./evaluate";

const reply = { body: { n: 1, note: "x", rows: [{ id: "a", v: 2 }] }, cut: false };
const rule = (more: Partial<typeof emptyRule>) => ({ ...emptyRule, ...more });

test("works rules out as a refresh would, and says at which field one is wrong", () => {
  const rules = [
    rule({ path: "n", expression: "n", scale: "0.5", unit: "s" }),
    rule({ path: "rows", expression: "rows", id: "nr" }),
    rule({ path: "odd", expression: "n n" }),
    rule({ path: "a b", expression: "n" }),
    rule({ path: "text", expression: "note", kind: "series" }),
    rule({ path: "typing" }),
  ];
  const { readings, errors, problem } = evaluate(reply, rules, "draft");
  expect(readings).toEqual([
    { key: "draft.n", value: 0.5, meta: { kind: "series", unit: "s" } },
    { key: "draft.text", value: null, meta: { kind: "series" } },
  ]);
  expect(errors).toEqual({
    "rule.1.id": "Element 1 has nothing for its id, and it needs a text or a number.",
    "rule.2.expression": '“n n” goes wrong at character 3, "n".',
    "rule.3.path": "Up to 7 words of letters, digits, - and _, with dots between them.",
    "rule.4.expression": "Needs a number, but finds a text; to_number(…) turns a text into one.",
  });
  expect(problem).toBeUndefined();
});

test("without rules shows what a refresh makes of the top; says why rules make nothing together", () => {
  expect(evaluate(reply, [], "draft").readings.map(({ key }) => key)).toEqual(["draft.n", "draft.note"]);
  const twice = [rule({ path: "n", expression: "n" }), rule({ path: "n", expression: "note" })];
  expect(evaluate(reply, twice, "draft").problem).toBe("“rule 1” and “rule 2” both make the key “n”.");
  expect(evaluate({ body: [1], cut: false }, [], "draft").problem).toMatch(/add a rule/);
});
