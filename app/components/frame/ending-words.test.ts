import { expect, test } from "vitest";
import { closeReasons } from "../../../core/protocol/bye";
import { endingWords } from "./ending-words";

test("codes become sentences; what says nothing to people stays unsaid", () => {
  expect(endingWords("session_revoked")).toContain("Sign in again");
  expect(endingWords("version")).toBe("This page is of another version than the server. Reload the page.");
  expect(endingWords("constructor")).toBeUndefined();
  expect(endingWords(undefined)).toBeUndefined();
});

test("every close code has its words", () => {
  expect(closeReasons.filter((reason) => endingWords(reason) === undefined)).toEqual([]);
});
