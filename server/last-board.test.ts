import { expect, test } from "vitest";
import { boardPlaceOf, lastBoardCookie, readLastBoard } from "./last-board";

const place = { workspace: "harbour", board: "this-machine" };
const withCookie = (Cookie: string) => new Request("https://board.example.org/", { headers: { Cookie } });

test("a board's path is its place; nothing else is", () => {
  expect(boardPlaceOf("/w/harbour/b/this-machine")).toEqual(place);
  expect(boardPlaceOf("/w/harbour/b/this-machine/")).toEqual(place);
  for (const path of [
    "/w/harbour",
    "/w/harbour/b/",
    "/w/harbour/b/x/y",
    "//w/harbour/b/x",
    "/w/a;b/b/x",
    "/w/a%2fb/b/x",
  ]) {
    expect(boardPlaceOf(path)).toBeNull();
  }
});

test("what is set is what is read, among other cookies", () => {
  const [pair] = lastBoardCookie(place, true).split(";");
  expect(readLastBoard(withCookie(`theme=dark; ${pair}; x=1`))).toEqual(place);
});

test("a cookie of anything else leads nowhere", () => {
  expect(readLastBoard(withCookie("last_board=//evil.example"))).toBeNull();
  expect(readLastBoard(withCookie("not_last_board=/w/a/b/c"))).toBeNull();
  expect(readLastBoard(new Request("https://board.example.org/"))).toBeNull();
});

test("it is Secure where the server is", () => {
  expect(lastBoardCookie(place, true)).toMatch(/; Secure$/);
  expect(lastBoardCookie(place, false)).not.toMatch(/Secure/);
});
