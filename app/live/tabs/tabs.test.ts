import { describe, expect, test } from "vitest";
import { defaultLimits } from "../../../core/hub/limits";
import { SUBPROTOCOL } from "../../../core/protocol/version";
import { PERSON, TabsHistory } from "./testing/tabs-history";

/** Three tabs of one person, the first of which has the line. */
function threeTabs() {
  const history = new TabsHistory();
  history.commit("a.0", 1);
  history.commit("b.0", 2);
  const first = history.open(["a.*"]);
  history.pass(1);
  const pages = [first, history.open(["a.*", "b.*"]), history.open(["b.0"])] as const;
  history.pass(1);
  return { history, pages };
}

const sent = (history: TabsHistory, type: string) =>
  history.far.sent
    .filter((text) => text.includes(`"type":"${type}"`))
    .map((text) => JSON.parse(text) as { keys: string[] });

describe("sharing", () => {
  test("[TAB1] tabs of one person have one socket, and each holds what it wants and nothing else", async () => {
    const { history, pages } = threeTabs();
    expect(history.far.sockets).toBe(1);
    expect(pages.map(({ state }) => state)).toEqual(["live", "live", "live"]);
    expect(pages.map(({ throughTab }) => throughTab)).toEqual([false, true, true]);
    history.commit("a.0", 3);
    history.commit("b.0", 4);
    history.pass(1);
    history.check();
    await history.converged();
    for (const page of pages) page.close();
    history.pass(1);
    expect([history.far.sockets, history.browser.locks, history.browser.channels]).toEqual([0, 0, 0]);
  });

  test.each([
    ["another person", { person: "v" }],
    ["a browser without locks", { canShare: false }],
    ["a page that gets no locks", { getsLocks: false }],
  ])("[TAB1] not so %s", async (_, options) => {
    const { history } = threeTabs();
    const page = history.open(["a.*"], options);
    history.pass(1);
    expect(history.far.sockets).toBe(2);
    expect([page.state, page.throughTab]).toEqual(["live", false]);
    history.commit("a.0", 3);
    history.pass(1);
    await history.converged();
  });

  test("[TAB1] a line that is no longer that person's is not shared", () => {
    const history = new TabsHistory();
    // Both pages are of somebody who has signed out since: the room takes them for another.
    const pages = [history.open(["a.*"], { person: "v" }), history.open(["a.*"], { person: "v" })];
    history.pass(2);
    expect(history.far.sockets).toBe(2);
    expect(pages.map(({ state, throughTab }) => [state, throughTab])).toEqual([
      ["live", false],
      ["live", false],
    ]);
  });

  test("[TAB3] what the last tab lets go is taken back, and what another still wants is not", () => {
    const { history, pages } = threeTabs();
    const [first, second, third] = pages;
    second.toggle("b.*");
    first.toggle("a.*");
    history.pass(3);
    expect(sent(history, "unsubscribe")).toMatchObject([{ keys: ["b.*"] }]);
    second.close();
    history.pass(1);
    third.crash();
    history.pass(1);
    expect(sent(history, "unsubscribe").map(({ keys }) => keys)).toEqual([["b.*"], ["a.*"], ["b.0"]]);
    expect([...history.far.board.room.members.values()].map(({ patterns }) => [...patterns])).toEqual([[]]);
  });

  test("[TAB4] a line that ends for good ends for all, and one that is lost comes back for all as one", async () => {
    const { history, pages } = threeTabs();
    history.far.cut();
    history.pass(3);
    expect(pages.map(({ state }) => state)).toEqual(["live", "live", "live"]);
    expect(history.far.sockets).toBe(1);
    expect(pages.every(({ states }) => states.includes("reconnecting"))).toBe(true);
    await history.converged();
    for (const member of history.far.board.room.members.values()) {
      history.far.board.room.dismiss(member, "session_revoked", "signed out");
    }
    history.pass(3);
    expect(pages.map(({ client }) => client.readStatus())).toMatchObject(
      Array.from({ length: 3 }, () => ({ state: "closed", code: 4501 })),
    );
    expect([history.far.sockets, history.browser.locks]).toEqual([0, 0]);
  });

  test("[TAB5] a tab whose patterns do not fit beside the others' has a line of its own", async () => {
    const history = new TabsHistory({ ...defaultLimits, patternBytes: 20 });
    const pages = [history.open(["a.*", "a.0"]), history.open(["b.*", "b.0"]), history.open(["a.*"])];
    history.commit("a.0", 1);
    history.commit("b.0", 1);
    history.pass(2);
    expect(history.far.sockets).toBe(2);
    expect(pages.map(({ state, throughTab }) => [state, throughTab])).toEqual([
      ["live", false],
      ["live", false],
      ["live", true],
    ]);
    await history.converged();
  });

  test("[TAB2] whoever comes later knows the server's time as it is by then", () => {
    const { history } = threeTabs();
    history.pass(40);
    const late = history.open(["a.*"]);
    history.pass(1);
    expect(Math.abs(late.client.clock.now() - history.timers.now())).toBeLessThan(100);
  });
});

describe("the tab that has the line", () => {
  const name = `${SUBPROTOCOL}:ws:${PERSON}`;

  test.each(["close", "crash", "leave"] as const)(
    "[TAB6] hands it over (%s): no step is lost, and the other tabs do not show it",
    async (goes) => {
      const { history, pages } = threeTabs();
      const [first, ...others] = pages;
      for (const { states } of others) states.length = 0;
      history.far.sent.length = 0;
      history.commit("b.0", 5);
      first[goes]();
      history.commit("b.0", 6);
      history.pass(1);
      expect(history.far.sockets).toBe(1);
      expect(history.browser.holder(name)).toBe(others[0]?.tab);
      expect(others.map(({ throughTab }) => throughTab)).toEqual([false, true]);
      expect(new Set(others.flatMap(({ states }) => states))).toEqual(new Set(["live"]));
      expect(sent(history, "subscribe").every((frame) => "since" in frame)).toBe(true);
      first.thaw();
      history.pass(2);
      if (goes === "leave") expect([first.state, first.throughTab]).toEqual(["live", true]);
      history.check();
      await history.converged();
    },
  );

  test("[TAB6] a write on its way is done once, whoever has the line by then", async () => {
    const { history, pages } = threeTabs();
    const [first, second] = pages;
    history.append(second);
    history.browser.settle();
    history.far.flow(1);
    first.crash();
    history.pass(2);
    await history.converged();
    expect(history.far.sent.filter((text) => text.includes('"append"'))).toHaveLength(2);
  });

  test("[TAB7] is passed over after 10 s of silence, and all are together again when it runs", async () => {
    const { history, pages } = threeTabs();
    const [first, second, third] = pages;
    for (const { states } of pages) states.length = 0;
    first.freeze();
    history.pass(9);
    expect(history.far.sockets).toBe(1);
    history.commit("a.0", 7);
    history.pass(4);
    expect([second.throughTab, third.throughTab]).toEqual([false, false]);
    expect(second.value("a.0")?.value).toBe(7);
    expect(new Set([...second.states, ...third.states])).toEqual(new Set(["live"]));
    const late = history.open(["a.*"]);
    history.pass(4);
    expect([late.state, late.throughTab, history.far.sockets]).toEqual(["live", false, 4]);
    first.thaw();
    history.pass(2);
    expect([first, second, third, late].map(({ throughTab }) => throughTab)).toEqual([false, true, true, true]);
    expect(history.far.sockets).toBe(1);
    await history.converged();
  });

  test("[TAB7] where it never runs again, one of those that passed it over takes its place, on the line that it has", async () => {
    const { history, pages } = threeTabs();
    const [first, second, third] = pages;
    first.freeze();
    history.pass(12);
    history.far.sent.length = 0;
    first.crash();
    history.pass(2);
    expect([second.throughTab, third.throughTab, history.far.sockets]).toEqual([false, true, 1]);
    expect(sent(history, "subscribe"), "only the other one asks again").toHaveLength(1);
    await history.converged();
  });

  test("[TAB7] a page that is seen again asks at once, and does not take its own sleep for another's", () => {
    const { history, pages } = threeTabs();
    const [, second] = pages;
    second.freeze();
    history.pass(100);
    second.thaw();
    history.pass(3);
    expect(second.throughTab).toBe(true);
    expect(history.far.sockets).toBe(1);
  });

  test("[TAB8] lets go of a tab that is frozen for three minutes, which then catches up in one step", async () => {
    const { history, pages } = threeTabs();
    const [, second] = pages;
    second.freeze();
    for (let i = 0; i < 200; i++) {
      history.commit("b.0", i);
      history.pass(1);
    }
    expect([...history.far.board.room.members.values()].flatMap(({ patterns }) => [...patterns])).not.toContain("b.*");
    const { length } = history.far.received;
    second.thaw();
    history.pass(3);
    expect([second.state, second.throughTab]).toEqual(["live", true]);
    const answers = history.far.received.slice(length).filter((text) => text.includes('"snapshot"'));
    expect(answers).toHaveLength(1);
    history.check();
    await history.converged();
  });

  test("[TAB8] keeps the line alive by the pings of a tab that is seen, where its own timers hardly come", () => {
    const { history, pages } = threeTabs();
    pages[0].tab.isSeen = false;
    pages[0].tab.timers.after = () => () => {};
    history.pass(70);
    expect(history.far.sent.filter((text) => text === "ping").length).toBeGreaterThan(1);
    expect(history.far.sockets).toBe(1);
  });

  test.each([
    ["nobody whose messages it does not understand", 0, 3],
    ["none that does not understand its", 1, 2],
  ])("[TAB9] serves %s", (_, to, sockets) => {
    const { history, pages } = threeTabs();
    const page = pages[to];
    if (page) history.browser.shout({ type: "of another version" }, page.tab);
    history.pass(2);
    expect(pages.map(({ state }) => state)).toEqual(["live", "live", "live"]);
    expect(history.far.sockets).toBe(sockets);
  });

  test("[TAB6] is called again by whoever called before it led", () => {
    const { history, pages } = threeTabs();
    const [first, , third] = pages;
    third.close();
    first.crash();
    const late = history.open(["a.*"]);
    // The new tab has the lock of its line before the old one has the lock that all wait for.
    history.browser.grant(1);
    while (history.browser.deliver());
    history.pass(1);
    expect([late.state, late.throughTab, history.far.sockets]).toEqual(["live", true, 1]);
  });

  test("[TAB6] is sent nothing before it is there, and then what was asked meanwhile", async () => {
    const { history, pages } = threeTabs();
    const [first, second] = pages;
    first.close();
    history.browser.settle();
    second.toggle("c.0");
    history.commit("c.0", 1);
    history.pass(1);
    history.check();
    await history.converged();
  });
});
