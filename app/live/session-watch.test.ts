import { describe, expect, it } from "vitest";
import { closeCodes } from "../../core/protocol/bye";
import { LivePage } from "./testing/live-page";

const DAY = 86_400_000;

/** A page whose session ends after so many milliseconds. */
function page(left: number): LivePage {
  const live = new LivePage();
  live.server.sessionEnds = live.timers.now() + left;
  live.client.want(["a.*"], null);
  live.client.start();
  live.settle();
  return live;
}

/** Lets time pass with an answer to each ping. */
async function pass(live: LivePage, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 20_000) {
    live.timers.advance(Math.min(left, 20_000));
    live.settle();
  }
  await answered();
}

async function answered(): Promise<void> {
  for (let i = 0; i < 4; i++) await Promise.resolve();
}

const endsSoon = (live: LivePage) => live.client.readStatus().sessionEnds;

describe("[C5] a session that ends", () => {
  it("is said a minute before, not earlier, and asked after once", async () => {
    const live = page(180_000);
    await pass(live, 100_000);
    expect(live.probes).toBe(0);
    expect(endsSoon(live)).toBeUndefined();
    live.answer = { is: "in", ends: live.server.sessionEnds };
    await pass(live, 20_000);
    expect(live.probes).toBe(1);
    expect(endsSoon(live)).toBe(live.server.sessionEnds);
    await pass(live, 30_000);
    expect(live.probes).toBe(1);
  });

  it("is not said where the browser has one by then that goes on", async () => {
    const live = page(180_000);
    live.answer = { is: "in", ends: (live.server.sessionEnds ?? 0) + 30 * DAY };
    await pass(live, 170_000);
    expect(live.probes).toBe(1);
    expect(endsSoon(live)).toBeUndefined();
  });

  it("is judged by the server's clock", async () => {
    const live = new LivePage();
    live.server.ahead = 3 * DAY;
    live.server.sessionEnds = live.timers.now() + 3 * DAY + 100_000;
    live.client.start();
    live.settle();
    await pass(live, 60_000);
    expect(endsSoon(live)).toBe(live.server.sessionEnds);
  });

  it("may be a month away, which is longer than a browser's timers count", async () => {
    const live = page(30 * DAY);
    const delays: number[] = [];
    const after = live.timers.after.bind(live.timers);
    live.timers.after = (milliseconds, callback) => {
      delays.push(milliseconds);
      return after(milliseconds, callback);
    };
    live.server.sessionEnds = live.timers.now() + 30 * DAY;
    live.server.cut();
    live.comeBack();
    await answered();
    expect(Math.max(...delays)).toBeLessThan(2 ** 31);
    expect(live.probes).toBe(0);
    expect(endsSoon(live)).toBeUndefined();
  });

  it("is no more said when somebody has signed in elsewhere, as soon as the page is seen", async () => {
    const live = page(90_000);
    await pass(live, 40_000);
    expect(endsSoon(live)).toBeDefined();
    live.answer = { is: "in", ends: (live.server.sessionEnds ?? 0) + DAY };
    live.page.visible();
    await answered();
    expect(endsSoon(live)).toBeUndefined();
  });

  it("leads back by itself after a sign-in in another tab, with the next session's end", async () => {
    const live = page(90_000);
    await pass(live, 90_000);
    const renewed = live.timers.now() + 30 * DAY;
    live.server.sessionEnds = renewed;
    live.answer = { is: "in", ends: renewed };
    live.server.cut(closeCodes.session_expired);
    expect(endsSoon(live)).toBeUndefined();
    live.comeBack();
    await answered();
    expect(live.client.readStatus().state).toBe("live");
    expect(endsSoon(live)).toBeUndefined();
  });
});

describe("[C5] a page that was closed because its session ended", () => {
  it("comes back when it is seen after a sign-in in another tab, and not before", async () => {
    const live = page(90_000);
    live.answer = { is: "out" };
    live.server.cut(closeCodes.session_expired);
    await answered();
    expect(live.client.readStatus()).toMatchObject({ state: "closed", reason: "signed out" });
    live.page.visible();
    await answered();
    expect(live.client.readStatus().state).toBe("closed");
    live.answer = { is: "in", ends: null };
    live.page.visible();
    await answered();
    live.settle();
    expect(live.client.readStatus().state).toBe("live");
  });

  it("drops what it held when it is somebody else who signed in", async () => {
    const live = page(90_000);
    live.server.commit({ "a.x": 1 });
    live.settle();
    live.server.cut(closeCodes.session_revoked);
    live.server.principal = "u2";
    live.page.visible();
    await answered();
    live.server.deliver(1);
    expect(live.held()).toEqual({});
    live.server.answer();
    expect(live.server.line.received[0]).not.toHaveProperty("since");
    live.settle();
    expect(live.held()).toEqual({ "a.x": 1 });
  });
});
