import { expect, test } from "vitest";
import { closeCodes } from "../../../core/protocol/bye";
import type { LiveStatus } from "../../live/live-status";
import { isPageOver, isSignedOut } from "./signed-out";

const closed = (code: number): LiveStatus => ({ state: "closed", transport: "WebSocket", since: 0, code });

test("a session that ended and a workspace that is gone end the page; a crowded or broken connection does not", () => {
  const names = Object.entries(closeCodes);
  expect(names.filter(([, code]) => isSignedOut(closed(code))).map(([name]) => name)).toEqual([
    "session_expired",
    "session_revoked",
  ]);
  expect(names.filter(([, code]) => isPageOver(closed(code))).map(([name]) => name)).toEqual([
    "session_expired",
    "session_revoked",
    "forbidden",
  ]);
});

test("while the connection may come back the page stays", () => {
  expect(isPageOver({ ...closed(closeCodes.session_expired), state: "reconnecting" })).toBe(false);
});
