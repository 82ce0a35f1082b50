import { describe, expect, it } from "vitest";
import { closeCodes } from "../../core/protocol/bye";
import { LivePage, subscribedPage } from "./testing/live-page";

describe("coming back", () => {
  it("waits a random time below a bound that doubles up to 30 s", () => {
    const page = new LivePage();
    page.server.refusing = true;
    page.chance = 0.999_999;
    page.client.start();
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      page.server.flush();
      const wait = (page.client.readStatus().retryAt ?? 0) - page.timers.now();
      waits.push(wait);
      page.timers.advance(wait);
    }
    expect(waits.map((wait) => Math.ceil(wait / 100) * 100)).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
    page.chance = 0;
    page.server.flush();
    expect(page.client.readStatus().retryAt).toBe(page.timers.now());
  });

  it("starts from the shortest wait again after 30 s of a good connection, not before", () => {
    const page = new LivePage();
    page.chance = 0.999_999;
    page.client.start();
    const lose = (after: number) => {
      page.settle();
      page.timers.advance(after);
      page.server.cut();
      const wait = (page.client.readStatus().retryAt ?? 0) - page.timers.now();
      page.timers.advance(wait);
      return wait;
    };
    expect([lose(1), lose(1), lose(1)].map((wait) => wait > 500)).toEqual([false, true, true]);
    page.settle();
    page.timers.advance(29_000);
    page.settle();
    expect(lose(1_000)).toBeLessThan(500);
  });

  it("comes at once when the network is back or the page is seen, unless the server asked for patience", () => {
    const page = subscribedPage();
    page.server.cut();
    page.page.visible();
    expect(page.server.lines).toHaveLength(2);
    page.settle();
    page.server.push({ type: "bye", code: closeCodes.rate_limited, reason: "rate_limited", after: 60_000 });
    page.settle();
    page.server.cut(1006);
    expect(page.client.readStatus()).toMatchObject({ reason: "rate_limited", retryAt: page.timers.now() + 60_000 });
    page.page.online();
    expect(page.server.lines).toHaveLength(2);
    page.timers.advance(60_000);
    expect(page.server.lines).toHaveLength(3);
  });

  it("[C16] sends nothing after a bye: it is asked for on the next connection", () => {
    const page = subscribedPage();
    page.server.push({ type: "bye", code: closeCodes.restarting, reason: "restarting" });
    page.settle();
    const { line } = page.server;
    page.client.want(["b.*"], null);
    page.timers.advance(100);
    expect(line.up).toEqual([]);
    expect(line.patterns).not.toContain("b.*");
    page.server.cut();
    page.comeBack();
    expect(page.server.line.patterns).toContain("b.*");
  });

  it("shows Offline at once and comes back with the network", () => {
    const page = subscribedPage();
    page.online = false;
    page.page.offline();
    expect(page.client.readStatus().state).toBe("offline");
    expect(page.server.line.closedWith).toBe(1000);
    page.online = true;
    page.page.online();
    page.settle();
    expect(page.client.readStatus().state).toBe("live");
  });

  it("tries a machine that believes it has no network: it may be its own server", () => {
    const page = new LivePage();
    page.online = false;
    page.server.refusing = true;
    page.client.start();
    page.settle();
    expect(page.client.readStatus().state).toBe("offline");
    page.server.refusing = false;
    page.timers.advance(30_000);
    page.settle();
    expect(page.client.readStatus().state).toBe("live");
  });
});

describe("silence", () => {
  it("pings as often as the welcome says and stays while it is answered", () => {
    const page = subscribedPage();
    for (let i = 0; i < 20; i++) {
      page.timers.advance(25_000);
      page.settle();
    }
    expect(page.server.lines).toHaveLength(1);
    expect(page.server.line.pings).toBeGreaterThanOrEqual(19);
  });

  it("takes a line for dead after 2.5 pings without a word", () => {
    const page = subscribedPage();
    page.server.line.dead = true;
    page.timers.advance(62_000);
    expect(page.client.readStatus().state).toBe("live");
    page.timers.advance(500);
    expect(page.client.readStatus().state).toBe("reconnecting");
    expect(page.server.lines[0]?.closedWith).toBe(closeCodes.silent);
  });

  it("asks before it judges when its own timers were late", () => {
    const page = subscribedPage();
    page.timers.sleep(300_000);
    page.timers.advance(0);
    expect(page.client.readStatus().state).toBe("live");
    page.settle();
    page.timers.advance(24_000);
    expect(page.server.lines).toHaveLength(1);
  });

  it("does not wait when the page is seen again after a sleep", () => {
    const page = subscribedPage();
    page.timers.sleep(300_000);
    page.page.visible();
    expect(page.server.lines).toHaveLength(2);
    page.settle();
    expect(page.client.readStatus().state).toBe("live");
  });
});

describe("staying away", () => {
  it.each([
    ["session_revoked", closeCodes.session_revoked, false],
    ["forbidden", closeCodes.forbidden, true],
    ["bad_frame", closeCodes.bad_frame, false],
    ["too_many_connections", closeCodes.too_many_connections, false],
  ] as const)("does not come back after %s", (reason, code, forgets) => {
    const page = subscribedPage();
    page.server.cut(code, "");
    page.timers.advance(600_000);
    page.page.online();
    page.page.visible();
    expect(page.client.readStatus()).toMatchObject({ state: "closed", reason, code });
    expect(page.server.lines).toHaveLength(1);
    expect(page.held()).toEqual(forgets ? {} : { "a.x": 1, "a.y": 1 });
  });

  it("[C6] names an ending by its code, whatever the server says beside it", () => {
    const page = subscribedPage();
    page.server.cut(closeCodes.too_slow, "outbox full for 30 s");
    expect(page.client.readStatus()).toMatchObject({ state: "reconnecting", reason: "too_slow" });
  });

  it("[C6] starts afresh where the store began anew, without taking the values away before", () => {
    const page = subscribedPage();
    page.server.commit({ "a.x": 2, "a.gone": 1 });
    page.settle();
    page.server.cut(closeCodes.epoch_changed);
    page.server.keys.delete("a.gone");
    page.server.restore();
    expect(page.held()).toEqual({ "a.x": 2, "a.y": 1, "a.gone": 1 });
    expect(page.client.readStatus().reason).toBe("epoch_changed");
    page.comeBack();
    expect(page.held()).toEqual({ "a.x": 2, "a.y": 1 });
  });

  it("asks after the session when two handshakes failed, and says so when it is gone", async () => {
    const page = new LivePage();
    page.answer = { is: "out" };
    page.server.refusing = true;
    page.client.start();
    page.settle();
    expect(page.probes).toBe(0);
    page.timers.advance(500);
    page.settle();
    expect(page.probes).toBe(1);
    await Promise.resolve();
    await Promise.resolve();
    expect(page.client.readStatus()).toMatchObject({ state: "closed", reason: "signed out" });
    page.timers.advance(60_000);
    expect(page.server.lines.at(-1)?.closedWith).not.toBeNull();
  });

  it("goes on while the session is good or nobody answers", async () => {
    const page = new LivePage();
    page.answer = { is: "unknown" };
    page.server.refusing = true;
    page.client.start();
    for (let i = 0; i < 5; i++) {
      page.settle();
      page.timers.advance(31_000);
      await Promise.resolve();
    }
    page.server.refusing = false;
    page.comeBack();
    expect(page.client.readStatus().state).toBe("live");
  });

  it("drops everything and asks from nothing when rights changed", () => {
    const page = subscribedPage();
    page.server.cut(closeCodes.rights_changed);
    expect(page.held()).toEqual({});
    page.comeBack();
    expect(page.server.line.received[0]).not.toHaveProperty("since");
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1 });
  });

  it("asks after the session at once when it expired", () => {
    const page = subscribedPage();
    page.server.cut(closeCodes.session_expired);
    expect(page.probes).toBe(1);
  });
});

describe("frames that do not parse", () => {
  const bad = '{"type":"data_update","cursor":"nonsense"}';

  it("change nothing and are asked for again once, then no more", () => {
    const page = subscribedPage();
    page.server.line.events.received(bad);
    expect(page.client.readStatus().state).toBe("reconnecting");
    page.comeBack();
    expect(page.client.readStatus().state).toBe("live");
    page.server.line.events.received("{");
    expect(page.client.readStatus()).toMatchObject({ state: "closed", reason: "bad_frame" });
  });

  it("are forgiven after 30 s of good ones", () => {
    const page = subscribedPage();
    page.server.line.events.received(bad);
    page.comeBack();
    page.timers.advance(24_000);
    page.settle();
    page.timers.advance(24_000);
    page.settle();
    page.server.line.events.received(new ArrayBuffer(1));
    expect(page.client.readStatus().state).toBe("reconnecting");
  });

  it("[C7] stays away from a server of another version, and the page is told once", () => {
    const page = new LivePage();
    page.server.version = 99;
    page.client.start();
    page.settle();
    expect(page.client.readStatus()).toMatchObject({ state: "closed", reason: "version" });
    page.timers.advance(600_000);
    page.page.visible();
    expect(page.otherVersions).toBe(1);
    expect(page.server.lines).toHaveLength(1);
  });

  it.each(["bye", "close"] as const)("[C7] hears of another version by a %s, too", (way) => {
    const page = subscribedPage();
    if (way === "bye") page.server.push({ type: "bye", code: closeCodes.bad_frame, reason: "version" });
    page.server.flush();
    page.server.cut(way === "bye" ? 1006 : closeCodes.bad_frame, way === "bye" ? "" : "version");
    expect(page.client.readStatus()).toMatchObject({ state: "closed", reason: "version" });
    expect(page.otherVersions).toBe(1);
  });
});

describe("refusals", () => {
  it("asks again when the server says so, and is live meanwhile", () => {
    const page = new LivePage();
    page.client.want(["a.*"], null);
    page.client.start();
    page.server.deliver(1);
    expect(page.server.line.up.splice(0)).toEqual(['{"type":"subscribe","id":"r1","keys":["a.*"]}']);
    page.server.push({
      type: "error",
      id: "r1",
      code: "unavailable",
      message: "Not now.",
      retry: "later",
      after: 2_000,
    });
    page.settle();
    expect(page.client.readStatus()).toMatchObject({ state: "live", reason: "Not now." });
    page.server.commit({ "a.x": 1 });
    page.timers.advance(2_000);
    page.settle();
    expect(page.held()).toEqual({ "a.x": 1 });
  });
});
