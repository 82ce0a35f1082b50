import { expect, test } from "vitest";
import type { OwnJson } from "../json-copy";
import { boundedReply } from "./bounded-reply";
import { compileExpression } from "./expression";
import { mapAnswer } from "./map-answer";
import { ruleForNode } from "./rule-for-node";
import type { Steps } from "./steps";

const body: OwnJson = {
  at: "10:02",
  "odd name": { "a.b": 1 },
  stations: [
    { id: "oslo", air: { t: -4.5 } },
    { id: "rome", air: { t: 12 } },
  ],
  plain: [1, 2],
  same: [{ id: 1 }, { id: 1 }],
};

test.each<[Steps, ReturnType<typeof ruleForNode>]>([
  [["at"], { path: "at", expression: "at" }],
  [["odd name", "a.b"], { path: "odd_20name.a_2eb", expression: '"odd name"."a.b"' }],
  [["stations"], { path: "stations", expression: "stations", id: "id" }],
  [["stations", 1], { path: "stations", expression: "stations", id: "id" }],
  [["stations", 1, "air", "t"], { path: "stations.air.t", expression: "stations", id: "id", value: "air.t" }],
  [["plain", 1], { path: "plain.1", expression: "plain[1]" }],
  [["same", 0, "id"], { path: "same.0.id", expression: "same[0].id" }],
  [[], { path: "value", expression: "@" }],
])("[M6] a node at %j makes the rule %j, which works", (steps, rule) => {
  expect(ruleForNode(body, steps, [])).toEqual(rule);
  expect(mapAnswer(body, [rule])).toMatchObject({ ok: true });
});

test("[M6] a list that is the whole answer, and a name that is taken", () => {
  expect(ruleForNode([{ code: "a", v: 1 }], [0, "v"], [])).toEqual({
    path: "v",
    expression: "@",
    id: "code",
    value: "v",
  });
  expect(ruleForNode(body, ["at"], ["at", "at-2"]).path).toBe("at-3");
});

test("[M6] names of any length make keys that a rule may have", () => {
  const deep = ["a".repeat(60), "b".repeat(60), "ø".repeat(60)];
  expect(ruleForNode({}, deep, []).path.length).toBeLessThanOrEqual(100);
});

test("[M7] a small answer is sampled as it is, a large one with shorter lists", () => {
  expect(boundedReply(body)).toEqual({ body, cut: false });
  const rows = Array.from({ length: 10_000 }, (_, id) => ({ id, name: `The row ${id}` }));
  const bounded = boundedReply({ rows });
  expect(bounded.cut).toBe(true);
  expect(compileExpression("length(rows)").find(bounded.body as OwnJson)).toBe(500);
  expect(boundedReply({ text: "x".repeat(5_000) })).toEqual({ body: { text: `${"x".repeat(2_000)}…` }, cut: true });
  const wide = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`name${i}`, i]));
  expect(boundedReply(wide)).toEqual({ body: null, cut: true });
});
