import { describe, expect, it } from "vitest";
import { closeCodes } from "../../core/protocol/bye";
import { type LivePage, subscribedPage } from "./testing/live-page";
import type { WriteOutcome } from "./writes";

const sent = (page: LivePage) => {
  page.server.answer();
  return page.server.line.received.filter(({ type }) => type === "set" || type === "append");
};
/** By default what the page holds already. */
const done = (page: LivePage, id: string, seq = 1) => {
  page.server.push({ type: "done", id, cursor: `epochaaa:${seq}`, rev: seq });
  page.server.flush();
};

/** What became of it so far; null while it is under way. */
async function outcome(write: Promise<WriteOutcome>): Promise<WriteOutcome | null> {
  return Promise.race([write, Promise.resolve().then(() => Promise.resolve(null))]);
}

describe("[C8] a write", () => {
  it("is sent at once and settles with the server's answer", async () => {
    const page = subscribedPage();
    const set = page.client.set("a.x", { value: 2, ifRev: 1 });
    const append = page.client.append("a.log", { text: "hello" });
    expect(sent(page)).toEqual([
      { type: "set", id: "w1", key: "a.x", value: 2, ifRev: 1 },
      { type: "append", id: "w2", key: "a.log", data: { text: "hello" } },
    ]);
    expect(await outcome(set)).toBeNull();
    done(page, "w1");
    expect(await outcome(set)).toEqual({ ok: true, cursor: "epochaaa:1", rev: 1 });
    const current = { rev: 9, value: "theirs" };
    page.server.push({ type: "error", id: "w2", code: "conflict", message: "Moved on.", retry: "now", current });
    page.server.flush();
    expect(await outcome(append)).toEqual({ ok: false, code: "conflict", message: "Moved on.", retry: "now", current });
    expect(page.client.readStatus()).not.toHaveProperty("reason");
  });

  it("that a lost line left in doubt is sent again under its id, with all later ones in order", async () => {
    const page = subscribedPage();
    const first = page.client.set("a.x", { value: 1 });
    sent(page);
    page.server.cut();
    const second = page.client.set("a.x", { value: 2 });
    page.comeBack();
    expect(sent(page)).toMatchObject([
      { id: "w1", value: 1 },
      { id: "w2", value: 2 },
    ]);
    done(page, "w1");
    done(page, "w2");
    expect(await outcome(first)).toMatchObject({ ok: true });
    expect(await outcome(second)).toMatchObject({ ok: true });
    page.server.cut();
    page.comeBack();
    expect(sent(page)).toEqual([]);
  });

  it("that is not answered makes the connection begin anew", () => {
    const page = subscribedPage();
    void page.client.set("a.x", { value: 1 });
    page.timers.advance(15_000);
    expect(page.client.readStatus()).toMatchObject({ state: "reconnecting", reason: "silent" });
  });

  it("is given up after a minute, and says whether it may have been saved", async () => {
    const page = subscribedPage();
    const doubtful = page.client.set("a.x", { value: 1 });
    page.server.cut();
    page.server.refusing = true;
    const unsent = page.client.set("a.x", { value: 2 });
    for (let i = 0; i < 59; i++) {
      page.timers.advance(1_000);
      page.server.flush();
    }
    expect(await outcome(doubtful)).toBeNull();
    page.timers.advance(1_000);
    expect(await outcome(doubtful)).toMatchObject({ code: "unavailable", message: expect.stringContaining("may not") });
    expect(await outcome(unsent)).toMatchObject({ code: "unavailable", message: expect.stringContaining("Nothing") });
    page.server.refusing = false;
    page.comeBack();
    expect(sent(page)).toEqual([]);
  });

  it("is refused here where the server could not name it or would close the connection", async () => {
    const page = subscribedPage();
    const refusals = [
      page.client.set("a..x", { value: 1 }),
      page.client.set("a.x", {}),
      page.client.append("a.log", "x".repeat(70_000)),
      page.client.append("a.log", "\ud800"),
    ];
    expect((await Promise.all(refusals)).map((one) => !one.ok && one.code)).toEqual([
      "bad_input",
      "bad_input",
      "frame_too_large",
      "bad_input",
    ]);
    expect(sent(page)).toEqual([]);
  });

  it("ends at once where no connection comes any more, and leaves no timer", async () => {
    const page = subscribedPage();
    const before = page.client.set("a.x", { value: 1 });
    page.server.cut(closeCodes.forbidden);
    expect(await outcome(before)).toMatchObject({ code: "unavailable" });
    expect(await outcome(page.client.set("a.x", { value: 1 }))).toMatchObject({ code: "unavailable" });
    page.timers.advance(2_000);
    expect(page.timers.waiting).toBe(0);
  });

  it("is never sent for somebody else who signed in meanwhile", async () => {
    const page = subscribedPage();
    page.server.cut();
    const write = page.client.set("a.x", { value: 1 });
    page.server.principal = "u2";
    page.comeBack();
    expect(sent(page)).toEqual([]);
    expect(await outcome(write)).toMatchObject({ ok: false, code: "unavailable" });
  });
});

describe("[Y7] a write that is done", () => {
  it("settles when the page's own copy has it, painted", async () => {
    const page = subscribedPage();
    const write = page.client.set("a.x", { value: 2 });
    page.server.commit({ "a.x": 2 });
    done(page, "w1", 2);
    expect(await outcome(write)).toBeNull();
    expect(page.value("a.x")?.value).toBe(1);
    page.timers.advance(16);
    expect(page.value("a.x")?.value).toBe(2);
    expect(await outcome(write)).toMatchObject({ ok: true });
  });

  it("settles with the commit that it is in, whatever became of its key since", async () => {
    const page = subscribedPage();
    const write = page.client.append("a.log", 1);
    page.server.commit({ "a.y": 3 });
    done(page, "w1", 2);
    page.timers.advance(16);
    expect(await outcome(write)).toMatchObject({ ok: true });
  });

  it("waits 5 s at the longest, and not at all for what the page does not show or another epoch has", async () => {
    const page = subscribedPage();
    const late = page.client.set("a.x", { value: 2 });
    const elsewhere = page.client.set("b.x", { value: 2 });
    const before = page.client.set("a.y", { value: 2 });
    done(page, "w1", 2);
    done(page, "w2", 2);
    page.server.push({ type: "done", id: "w3", cursor: "otherepo:9", rev: 9 });
    page.server.flush();
    expect(await outcome(elsewhere)).toMatchObject({ ok: true });
    expect(await outcome(before)).toMatchObject({ ok: true });
    page.timers.advance(4_999);
    expect(await outcome(late)).toBeNull();
    page.timers.advance(1);
    expect(await outcome(late)).toMatchObject({ ok: true });
  });
});
