import { expect, test } from "vitest";
import { wordsOf } from "./error-page";

test("a page that could not be asked for blames no server; an exception is told in words of ours", () => {
  for (const said of ["Failed to fetch", "NetworkError when attempting to fetch resource.", "Load failed"]) {
    expect(wordsOf(new TypeError(said)).title).toBe("Not reached");
  }
  const failed = wordsOf(new TypeError("secret is undefined"));
  expect(failed.title).toBe("The server failed");
  expect(failed.text).not.toContain("secret");
});
