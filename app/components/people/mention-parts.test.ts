import { expect, test } from "vitest";
import { mentionParts } from "./mention-parts";

const ann = { id: "u1", name: "Ann" };
const anna = { id: "u2", name: "Anna Lee" };

test("a message is cut at those whom it mentions, however their names are written", () => {
  expect(mentionParts("Ask @anna lee or @Ann, not bob@ann or @annabel", [ann, anna])).toEqual([
    { text: "Ask " },
    { text: "@anna lee", id: "u2" },
    { text: " or " },
    { text: "@Ann", id: "u1" },
    { text: ", not bob@ann or @annabel" },
  ]);
});

test("words without a mention stay whole", () => {
  expect(mentionParts("@nobody here @", [])).toEqual([{ text: "@nobody here @" }]);
  expect(mentionParts("", [ann])).toEqual([]);
});
