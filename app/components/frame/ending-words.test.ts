import { expect, test } from "vitest";
import { closeCodes } from "../../../core/protocol/bye";
import { endingWords } from "./ending-words";

test("codes become sentences; what says nothing to people stays unsaid", () => {
  expect(endingWords("session_revoked")).toContain("Sign in again");
  expect(endingWords("lost")).toBeUndefined();
  expect(endingWords("constructor")).toBeUndefined();
  expect(endingWords(undefined)).toBeUndefined();
});

test("every ending for good has its words", () => {
  const final = Object.entries(closeCodes).filter(([, code]) => code >= 4500);
  expect(final.map(([reason]) => reason).filter((reason) => endingWords(reason) === undefined)).toEqual([]);
});
