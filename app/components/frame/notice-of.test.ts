import { expect, test } from "vitest";
import type { LiveStatus } from "../../live/live-status";
import { noticeOf } from "./notice-of";

const status = (more: Partial<LiveStatus>): LiveStatus => ({
  state: "live",
  transport: "WebSocket",
  since: 0,
  ...more,
});

test("a person is asked to sign in again before the session ends, and to reload what only that helps", () => {
  expect(noticeOf(status({}))).toBeNull();
  expect(noticeOf(status({ sessionEnds: 1 }))).toBe("session ends");
  for (const reason of ["version", "bad_frame", "too_many_connections"]) {
    expect(noticeOf(status({ state: "closed", reason }))).toBe("reload");
  }
});

test("nobody is asked for what the page does by itself, or what the login page says", () => {
  expect(noticeOf(status({ state: "reconnecting", reason: "bad_frame" }))).toBeNull();
  expect(noticeOf(status({ state: "closed", reason: "session_revoked" }))).toBeNull();
});
