import { expect, test } from "vitest";
import type { LiveStatus } from "../../live/live-status";
import { badgeLook, badgeState } from "./badge-look";

const status = (state: LiveStatus["state"], more: Partial<LiveStatus> = {}): LiveStatus => ({
  state,
  transport: "WebSocket",
  since: 0,
  ...more,
});
const word = (state: LiveStatus["state"], isPaused: boolean, isPast: boolean) =>
  badgeLook(badgeState(status(state), { isPaused, isPast })).word;

test("[PA6] the badge says that the screen is held before how well the connection does, and what is down before both", () => {
  expect(word("live", false, false)).toBe("Live");
  expect(word("behind", false, false)).toBe("Behind");
  expect(word("live", true, true)).toBe("Paused");
  expect(word("behind", true, false)).toBe("Paused");
  expect(word("behind", false, true)).toBe("Historical");
  expect(word("offline", true, true)).toBe("Offline");
  expect(word("reconnecting", true, false)).toBe("Reconnecting");
  const out = status("closed", { reason: "signed out", code: 4001 });
  expect(badgeLook(badgeState(out, { isPaused: true, isPast: false })).word).toBe("Signed out");
});
