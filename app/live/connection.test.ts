import { describe, expect, it } from "vitest";
import { closeCodes } from "../../core/protocol/bye";
import type { Up } from "../../core/protocol/up";
import type { LineEvents, Transport } from "./lines/line";
import { aWelcome } from "./testing/a-welcome";
import { LivePage, subscribedPage } from "./testing/live-page";

describe("connecting", () => {
  it("speaks the protocol at the workspace's address and is live when everything is answered", () => {
    const page = new LivePage();
    page.client.want(["a.*"], null);
    page.client.start();
    expect(page.server.line).toMatchObject({ url: "/live/acme", protocols: ["deltaboard.v1"] });
    page.server.deliver(1);
    expect(page.client.readStatus().state).toBe("connecting");
    page.settle();
    expect(page.client.readStatus().state).toBe("live");
  });

  it("asks for at most 64 patterns a frame", () => {
    const page = subscribedPage(Array.from({ length: 130 }, (_, i) => `a.k${i}`));
    expect(page.server.line.received.map((frame) => ("keys" in frame ? frame.keys.length : 0))).toEqual([64, 64, 2]);
  });

  it("asks a new pattern from its loader's cursor, and a held one not again", () => {
    const page = subscribedPage();
    page.server.commit({ "a.x": 2 });
    page.client.want(["a.*", "b.*"], page.server.cursor);
    page.settle();
    expect(page.server.line.received.at(-1)).toMatchObject({ keys: ["b.*"], since: "epochaaa:2" });
  });

  it("gives up a handshake that is never answered", () => {
    const page = new LivePage();
    page.client.start();
    page.timers.advance(8_000);
    expect(page.client.readStatus().state).toBe("reconnecting");
    expect(page.server.line.closedWith).toBe(closeCodes.silent);
  });

  it("begins anew when a subscription is not answered", () => {
    const page = new LivePage();
    page.client.want(["a.*"], null);
    page.client.start();
    page.server.deliver(1);
    page.timers.advance(15_000);
    expect(page.client.readStatus().state).toBe("reconnecting");
  });

  it("connects again after a stop, as a strict React mounts twice", () => {
    const page = new LivePage();
    const stop = page.client.start();
    page.client.want(["a.*"], null);
    stop();
    expect(page.server.line.closedWith).toBe(1000);
    page.client.start();
    page.settle();
    expect(page.client.readStatus().state).toBe("live");
    expect(page.server.lines).toHaveLength(2);
  });
});

describe("another line underneath", () => {
  /** A page over a line that the test works by hand. */
  function pageByHand() {
    const sent: Up[] = [];
    let events: LineEvents | undefined;
    let givenUp = 0;
    const page = new LivePage(() => (owner) => {
      events = owner;
      return { send: (frame) => sent.push(frame), close: () => {}, giveUp: () => (givenUp += 1), check: () => {} };
    });
    const words: string[] = [];
    page.client.subscribeStatus(() => words.push(page.client.readStatus().state));
    const welcome = (transport: Transport, id = "u1") =>
      events?.welcomed(aWelcome({ principal: { kind: "member", id, name: "Ada", role: "owner" } }), transport);
    const answer = () => {
      for (const frame of sent.splice(0)) {
        if (frame.type === "subscribe") for (const part of page.server.snapshot(frame)) events?.received(part);
        if (frame.type === "set") events?.received({ type: "done", id: frame.id, cursor: page.server.cursor, rev: 1 });
      }
      page.timers.advance(20);
    };
    return { page, sent, words, welcome, answer, givenUp: () => givenUp };
  }

  it("is asked for everything from where the page stands, and nobody sees it", () => {
    const { page, sent, words, welcome, answer, givenUp } = pageByHand();
    page.server.commit({ "a.x": 1 });
    page.client.want(["a.*"], null);
    page.client.start();
    welcome("polling");
    answer();
    expect(page.client.readStatus()).toMatchObject({ state: "live", transport: "polling" });
    words.length = 0;
    page.server.commit({ "a.x": 2 });
    page.client.want(["b.*"], null);
    void page.client.set("a.x", { value: 3 });
    expect(sent.splice(0).map(({ type }) => type)).toEqual(["subscribe", "set"]);
    welcome("WebSocket");
    expect(page.client.readStatus()).toMatchObject({ state: "live", transport: "WebSocket" });
    expect(sent).toMatchObject([
      { type: "subscribe", keys: ["a.*"], since: "epochaaa:1" },
      { type: "subscribe", keys: ["b.*"] },
      { type: "set", id: "w1" },
    ]);
    answer();
    expect(page.held()).toEqual({ "a.x": 2 });
    page.timers.advance(20_000);
    expect(givenUp()).toBe(0);
    expect(new Set(words)).toEqual(new Set(["live"]));
  });

  it("of another person shows nothing of what the one before held", () => {
    const { page, welcome, answer } = pageByHand();
    page.server.commit({ "a.x": 1 });
    page.client.want(["a.*"], null);
    page.client.start();
    welcome("SSE");
    answer();
    expect(page.held()).toEqual({ "a.x": 1 });
    welcome("WebSocket", "u2");
    expect(page.held()).toEqual({});
    expect(page.client.readStatus().state).not.toBe("live");
    answer();
    expect(page.client.readStatus().state).toBe("live");
  });
});

describe("resuming", () => {
  it("asks from the cursor of what was applied, and gets what changed meanwhile", () => {
    const page = subscribedPage();
    page.server.cut();
    expect(page.client.readStatus().state).toBe("reconnecting");
    page.server.commit({ "a.x": 2, "a.y": undefined });
    page.comeBack();
    expect(page.server.line.received).toEqual([expect.objectContaining({ keys: ["a.*"], since: "epochaaa:1" })]);
    expect(page.held()).toEqual({ "a.x": 2 });
    expect(page.client.readStatus().state).toBe("live");
  });

  it("counts what was received but not yet painted", () => {
    const page = subscribedPage();
    page.server.commit({ "a.x": 2 });
    page.server.flush();
    expect(page.value("a.x")?.value).toBe(1);
    page.server.cut();
    expect(page.value("a.x")?.value).toBe(2);
    page.comeBack();
    expect(page.server.line.received[0]).toMatchObject({ since: "epochaaa:2" });
  });

  it("asks a pattern that was never answered from its own cursor again", () => {
    const page = subscribedPage();
    page.server.commit({ "a.x": 2 });
    page.settle();
    page.client.want(["b.*"], "epochaaa:1");
    page.server.cut();
    page.comeBack();
    expect(page.server.line.received).toEqual([
      expect.objectContaining({ keys: ["a.*"], since: "epochaaa:2" }),
      expect.objectContaining({ keys: ["b.*"], since: "epochaaa:1" }),
    ]);
  });

  it("applies nothing before everything is answered, so that two commits never mix", () => {
    const page = subscribedPage();
    page.client.want(["b.*"], null);
    page.settle();
    page.server.cut();
    page.server.commit({ "a.x": 2, "b.z": 2 });
    page.client.want(["c.*"], null);
    page.timers.advance(1_000);
    page.server.deliver(1);
    page.server.answer();
    page.server.deliver(1);
    page.timers.advance(20);
    expect(page.held()).toMatchObject({ "a.x": 1, "b.z": 1 });
    expect(page.client.readStatus().state).toBe("reconnecting");
    page.settle();
    expect(page.held()).toMatchObject({ "a.x": 2, "b.z": 2 });
    expect(page.client.readStatus().state).toBe("live");
  });

  it("ignores frames of a socket that is no longer the one", () => {
    const page = subscribedPage();
    const old = page.server.line;
    page.server.cut();
    old.events.received(JSON.stringify({ type: "bye", code: 4501, reason: "late" }));
    old.events.closed(4501, "late");
    page.comeBack();
    expect(page.client.readStatus().state).toBe("live");
  });
});

describe("leaving patterns", () => {
  it("keeps what the next page wants too", () => {
    const page = subscribedPage([]);
    const leave = page.client.want(["a.*", "b.*"], null);
    page.settle();
    leave();
    page.client.want(["a.*"], page.server.cursor);
    page.timers.advance(1_000);
    page.settle();
    expect(page.server.line.received.slice(1)).toEqual([
      expect.objectContaining({ type: "unsubscribe", keys: ["b.*"] }),
    ]);
    expect(page.held()).toEqual({ "a.x": 1, "a.y": 1 });
  });

  it("counts users", () => {
    const page = subscribedPage();
    const leave = page.client.want(["a.*"], null);
    leave();
    leave();
    page.timers.advance(5_000);
    page.settle();
    expect(page.server.line.received).toHaveLength(1);
  });
});
