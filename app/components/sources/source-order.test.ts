import { expect, test } from "vitest";
import { sourceOrder } from "./source-order";

const sources = [
  { slug: "node", name: "This machine" },
  { slug: "fx", name: "Exchange rates" },
  { slug: "web", name: "Web analytics" },
];
const failing = {
  state: "failing",
  name: "Web analytics",
  interval: 60_000,
  failure: { code: "timeout", message: "No answer in 10 s." },
  lastGood: null,
} as const;

test("failing sources come first, the others by name", () => {
  const states = [
    { key: "$sources.node", value: { state: "ok", name: "This machine", interval: 2_000, keys: 42 } },
    { key: "$sources.web", value: failing },
  ];
  expect(sourceOrder(sources, states).map(({ slug }) => slug)).toEqual(["web", "fx", "node"]);
});
