import { describe, expect, it } from "vitest";
import { formatCursor } from "../../../core/protocol/cursor";
import { LinesHistory } from "./testing/lines-history";

type Over = "SSE" | "polling";

/** A page that is live over the given line, with the keys of `a`. */
async function liveOver(transport: Over): Promise<LinesHistory> {
  const history = new LinesHistory();
  history.commit("a.0", 0);
  history.network("refused", transport === "SSE" ? "open" : "refused", "open", false);
  await history.pass(4);
  expect(history.page.client.readStatus()).toMatchObject({ state: "live", transport });
  return history;
}

/** All words that the badge says from now on. */
function words(history: LinesHistory): string[] {
  const said: string[] = [];
  history.page.client.subscribeStatus(() => {
    const { state, transport } = history.page.client.readStatus();
    if (said.at(-1) !== `${state} ${transport}`) said.push(`${state} ${transport}`);
  });
  return said;
}

const asks = (history: LinesHistory, what: string) => history.requests.filter((one) => one.what === what);

describe.each(["SSE", "polling"] as const)("over %s", (transport) => {
  it("[Y3] brings each step, and what a new pattern matches with it", async () => {
    const history = await liveOver(transport);
    history.commit("a.0", 1);
    history.append(2);
    await history.pass(3);
    expect(history.page.held()).toMatchObject({ "a.0": 1, "a.log": [{ data: "event 1" }, { data: "event 2" }] });
    history.commit("b.0", 1);
    history.visit();
    // The answer is true at another commit than the next step.
    history.page.timers.advance(1);
    await history.flow(2);
    history.commit("b.0", 2);
    await history.pass(3);
    history.check();
    await history.converged();
    history.visit();
    await history.pass(3);
    history.commit("b.0", 3);
    await history.pass(3);
    expect(history.page.value("b.0")?.value).not.toBe(3);
  });

  it("[Y3] asks for everything afresh where the store began another epoch", async () => {
    const history = await liveOver(transport);
    history.commit("a.0", "before");
    await history.pass(3);
    history.far.board.room.renew("zyxwvuts");
    history.commit("a.1", "after");
    await history.pass(6);
    expect(history.page.client.readStatus()).toMatchObject({ state: "live", transport });
    await history.converged();
  });

  it("[C8] writes each write once, also where its answer gets lost", async () => {
    const history = await liveOver(transport);
    history.ask();
    await history.flow(1);
    // The write is done, and its answer is on its way.
    history.network("refused", transport === "SSE" ? "open" : "refused", "refused", false);
    await history.pass(1);
    history.network("refused", transport === "SSE" ? "open" : "refused", "open", false);
    await history.pass(10);
    expect(asks(history, "frames").length).toBeGreaterThan(1);
    expect(history.page.value("a.log")?.value).toHaveLength(1);
    await history.converged();
  });

  it("asks from where it stands, not again for what it was told", async () => {
    const history = await liveOver(transport);
    for (let i = 0; i < 4; i++) {
      history.commit("a.0", i);
      await history.pass(5);
    }
    const standing = formatCursor(history.far.board.store.cursor);
    history.network("refused", transport === "SSE" ? "refused" : "silent", "open", false);
    history.network("refused", transport === "SSE" ? "open" : "silent", "open", false);
    await history.pass(3);
    expect(history.requests.filter(({ what }) => what !== "welcome").at(-1)?.since).toBe(standing);
  });

  it("[Y9] tells where the page is, again every 15 s, and no more when it is nowhere", async () => {
    const history = await liveOver(transport);
    const leave = history.page.client.present({ board: "b1" });
    await history.pass(50);
    const times = asks(history, "frames").map(({ at }) => at);
    expect(times).toHaveLength(4);
    for (const [i, at] of times.slice(1).entries()) {
      const gap = at - (times[i] ?? 0);
      expect(gap).toBeGreaterThanOrEqual(15_000);
      expect(gap).toBeLessThan(17_000);
    }
    leave();
    await history.pass(1);
    expect(asks(history, "frames")).toHaveLength(5);
    await history.pass(60);
    expect(asks(history, "frames")).toHaveLength(5);
  });

  it("[Y9] gives its place back when it goes on over a socket", async () => {
    const history = await liveOver(transport);
    history.page.client.present({ board: "b1" });
    await history.pass(2);
    expect(asks(history, "frames")).toMatchObject([{ keys: ["b1"] }]);
    history.network("open", "open", "open", true);
    await history.pass(3);
    expect(history.page.client.readStatus()).toMatchObject({ state: "live", transport: "WebSocket" });
    expect(asks(history, "frames")).toMatchObject([{ keys: ["b1"] }, { keys: [] }]);
    expect(history.far.sent.filter((text) => text.includes("presence"))).toHaveLength(1);
    await history.pass(60);
    expect(asks(history, "frames")).toHaveLength(2);
  });

  it("asks in one question where a page wants more patterns than one may have", async () => {
    const history = await liveOver(transport);
    const many = Array.from({ length: 130 }, (_, i) => `b.k${i}`);
    history.page.client.want(many, null);
    history.far.commit({ "b.k129": 7, "b.other": 1 });
    await history.pass(4);
    expect(history.page.value("b.k129")?.value).toBe(7);
    expect(history.page.value("b.other")).toBeUndefined();
    expect(Math.max(...history.requests.map(({ keys }) => keys.length))).toBeLessThanOrEqual(64);
    history.far.commit({ "b.k0": 8, "b.other": 2 });
    await history.pass(4);
    expect(history.page.value("b.k0")?.value).toBe(8);
    expect(history.page.value("b.other")).toBeUndefined();
  });
});

describe("[Y5] polling", () => {
  it("asks every 2 s, every 10 s where nobody looks, and at once when somebody does or something was written", async () => {
    const history = await liveOver("polling");
    const count = async (seconds: number) => {
      const before = asks(history, "values").length;
      await history.pass(seconds);
      return asks(history, "values").length - before;
    };
    expect(await count(20)).toBeGreaterThanOrEqual(9);
    history.hide(true);
    await history.pass(3);
    expect(await count(60)).toBeLessThanOrEqual(6);
    history.commit("a.0", "unseen");
    const before = asks(history, "values").length;
    history.hide(false);
    expect(asks(history, "values")).toHaveLength(before + 1);
    await history.pass(1);
    expect(history.page.value("a.0")?.value).toBe("unseen");
    history.hide(true);
    await history.pass(3);
    history.ask();
    await history.pass(1);
    expect(history.page.value("a.log")?.value).toHaveLength(1);
  });

  it("says nothing of an answer that is lost, and where the next one is, too, that the line is", async () => {
    const history = await liveOver("polling");
    const said = words(history);
    const lose = async (seconds: number) => {
      history.network("refused", "refused", "silent", false);
      await history.pass(seconds);
      history.network("refused", "refused", "open", false);
      await history.pass(2);
    };
    await lose(9);
    expect(said.filter((word) => word !== "live polling")).toEqual([]);
    await lose(25);
    expect(said).toContain("reconnecting polling");
    expect(said.at(-1)).toBe("live polling");
  });
});

describe("[Y6] an event stream", () => {
  it("is followed by the next when its five minutes are over, and nobody sees it", async () => {
    const history = await liveOver("SSE");
    const said = words(history);
    // The way up is tried meanwhile, and comes to nothing.
    for (let minute = 0; minute < 11; minute++) {
      history.commit("a.0", minute);
      await history.pass(60);
    }
    expect(history.page.value("a.0")?.value).toBe(10);
    expect(said.filter((word) => word !== "live SSE")).toEqual([]);
    expect(asks(history, "events").length).toBeGreaterThanOrEqual(4);
    expect(asks(history, "events").length).toBeLessThan(8);
  });

  it("is begun anew where nothing comes any more, and left for polling where that does not come either", async () => {
    const history = await liveOver("SSE");
    const said = words(history);
    await history.pass(10);
    history.commit("a.0", "heard");
    await history.pass(5);
    history.network("refused", "silent", "open", false);
    history.commit("a.0", "held back");
    await history.pass(38 + 8 + 2);
    expect(history.page.client.readStatus()).toMatchObject({ state: "live", transport: "polling" });
    expect(history.page.value("a.0")?.value).toBe("held back");
    expect(said.filter((word) => !word.startsWith("live"))).toEqual([]);
  });

  it("that is cut off is begun anew once, and left where it does not last", async () => {
    const history = await liveOver("SSE");
    await history.pass(20);
    const before = asks(history, "events").length;
    const cut = () => {
      history.network("refused", "refused", "open", false);
      history.network("refused", "open", "open", false);
    };
    cut();
    await history.pass(2);
    expect(asks(history, "events")).toHaveLength(before + 1);
    expect(history.page.client.readStatus().transport).toBe("SSE");
    cut();
    await history.pass(2);
    expect(history.page.client.readStatus().transport).toBe("polling");
  });
});

it("[Y1] asks after the session where neither a socket nor a question is let through", async () => {
  const history = new LinesHistory();
  history.page.answer = { is: "out" };
  history.network("refused", "refused", "refused", false);
  await history.pass(10);
  expect(history.page.client.readStatus()).toMatchObject({ state: "closed", reason: "signed out" });
});

it("[Y1] begins with a socket, takes up to 8 s to find it silent, and as much for a stream that something holds back", async () => {
  const history = new LinesHistory();
  history.network("silent", "silent", "open", false);
  history.commit("a.0", 1);
  await history.pass(9);
  expect(history.requests.map(({ what }) => what)).toEqual(["welcome", "events"]);
  await history.pass(9);
  expect(history.page.client.readStatus()).toMatchObject({ state: "live", transport: "polling" });
});
