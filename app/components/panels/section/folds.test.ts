import { expect, test } from "vitest";
import { foldsCookie, foldsOf } from "./folds";

const valueOf = (cookie: string) => cookie.split(";")[0] ?? "";
const kept = (cookies: string, board: string, folds: Record<string, boolean>) =>
  valueOf(foldsCookie(cookies, board, folds));

test("[PK12] what a reader folds is in a cookie beside others, board by board", () => {
  const first = kept("theme=dark; tz=UTC", "b1", { now: true, "cpu~web.1": false });
  expect(foldsOf(`theme=dark; ${first}`, "b1")).toEqual({ now: true, "cpu~web.1": false });
  const second = kept(first, "b2", { later: true });
  expect(foldsOf(second, "b1")).toEqual({ now: true, "cpu~web.1": false });
  expect(foldsOf(second, "b2")).toEqual({ later: true });
  expect(foldsOf(kept(second, "b1", {}), "b1")).toEqual({});
  expect(second).toMatch(/^[!-~]+$/);
});

test("[PK12] boards that were folded longest ago give way before the cookie is too long for a browser", () => {
  let cookies = "";
  for (let i = 0; i < 200; i += 1) cookies = kept(cookies, `board-${i}`, { section: true });
  expect(cookies.length).toBeLessThan(4_000);
  expect(foldsOf(cookies, "board-199")).toEqual({ section: true });
  expect(foldsOf(cookies, "board-0")).toEqual({});
});

test("[PK12] a cookie that somebody else wrote says nothing", () => {
  for (const text of ["folds=", "folds=%", "folds=%7B%7D", "folds=[[1]]"]) expect(foldsOf(text, "b1")).toEqual({});
});
