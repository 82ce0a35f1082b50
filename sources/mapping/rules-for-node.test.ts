import { expect, test } from "vitest";
import type { OwnJson } from "../json-copy";
import { mapAnswer } from "./map-answer";
import { rulesForNode } from "./rules-for-node";
import type { Steps } from "./steps";

const body: OwnJson = {
  shop: { orders: 12, open: true, none: null, tills: [1, 2], at: { city: "Oslo" } },
  queues: [
    { name: "mail", waiting: 3, oldest: 40 },
    { name: "exports", waiting: 0, oldest: 1 },
  ],
  deep: { deeper: { deepest: 1 } },
};

test.each<[Steps, string[]]>([
  [["shop"], ["shop.open", "shop.orders"]],
  [["shop", "orders"], ["shop.orders"]],
  [["queues"], ["queues.oldest.exports", "queues.oldest.mail", "queues.waiting.exports", "queues.waiting.mail"]],
  [["deep"], ["deep"]],
  [["shop", "tills"], ["shop.tills"]],
])("[M6] a choice of %j makes keys of the plain values there: %j", (steps, keys) => {
  const mapped = mapAnswer(body, rulesForNode(body, steps, []));
  expect(mapped.ok && mapped.readings.map(({ path }) => path).sort()).toEqual(keys);
});

test("[M6] each rule has a name of its own", () => {
  expect(rulesForNode(body, ["shop"], ["shop.orders"]).map(({ path }) => path)).toEqual(["shop.orders-2", "shop.open"]);
});
