import { describe, expect, test } from "vitest";
import { TabsHistory } from "./testing/tabs-history";

function threeTabs() {
  const history = new TabsHistory();
  history.commit("a.0", 1);
  history.commit("b.0", 2);
  const pages = [history.open(["a.*"]), history.open(["a.*", "b.*"]), history.open(["b.0"])] as const;
  history.pass(2);
  return { history, pages };
}

describe("tabs of one person", () => {
  test("[TAB1] share one socket, and each holds what it wants and nothing else", async () => {
    const { history, pages } = threeTabs();
    expect(history.far.sockets).toBe(1);
    expect(pages.map(({ client }) => client.readStatus().state)).toEqual(["live", "live", "live"]);
    expect(pages.map(({ client }) => client.readStatus().throughTab)).toEqual([false, true, true]);
    history.commit("a.0", 3);
    history.commit("b.0", 4);
    history.pass(1);
    history.check();
    await history.converged();
  });
});
