import { describe, expect, it } from "vitest";
import { FakeTime } from "../../core/proof/testing/fake-time";
import type { Up } from "../../core/protocol/up";
import { Acks } from "./acks";
import { subscribedPage } from "./testing/live-page";

function acks() {
  const timers = new FakeTime();
  const sent: Up[] = [];
  const counting = new Acks(timers, (ack) => sent.push(ack));
  let seq = 0;
  const update = (length = 100) => {
    const from = `epochaaa:${seq}`;
    seq += 1;
    const cursor = `epochaaa:${seq}`;
    counting.held({ type: "data_update", from, cursor, timestamp: timers.now(), updates: [] }, length);
  };
  return { timers, sent, counting, update };
}

const upTo = (seq: number) => ({ type: "ack", cursor: `epochaaa:${seq}` });

describe("acknowledging updates", () => {
  it("[C1] comes once for 32 frames, with the newest cursor, without any timer", () => {
    const { sent, update } = acks();
    for (let i = 0; i < 31; i++) update();
    expect(sent).toEqual([]);
    for (let i = 0; i < 33; i++) update();
    expect(sent).toEqual([upTo(32), upTo(64)]);
  });

  it("[C1] comes for 4 kB of text, however few the frames", () => {
    const { sent, update } = acks();
    update(4_095);
    expect(sent).toEqual([]);
    update(1);
    update(70_000);
    expect(sent).toEqual([upTo(2), upTo(3)]);
  });

  it("[C1] comes 5 s after the first frame that waits for it, and leaves no timer", () => {
    const { timers, sent, update } = acks();
    for (let i = 0; i < 5; i++) {
      update();
      timers.advance(1_000);
    }
    expect(sent).toEqual([upTo(5)]);
    expect(timers.waiting).toBe(0);
    timers.advance(60_000);
    expect(sent).toHaveLength(1);
  });

  it("[C1] a tab whose timers are late acknowledges by what it receives", () => {
    const { timers, sent, update } = acks();
    for (let i = 0; i < 100; i++) {
      update(1);
      timers.sleep(100);
    }
    expect(sent).toEqual([upTo(32), upTo(64), upTo(96)]);
  });

  it("[C1] answers of one commit are acknowledged one by one, since only their order tells them apart", () => {
    const { timers, sent, counting } = acks();
    const cursor = "epochaaa:7";
    const whole = { cursor, full: true, part: 1, parts: 1, values: [], removed: [], checked: {}, due: {} };
    for (const id of ["r1", "r2", "r3"]) counting.held({ type: "snapshot", id, ...whole }, 100);
    expect(sent).toHaveLength(2);
    timers.advance(5_000);
    expect(sent).toEqual(Array(3).fill({ type: "ack", cursor, part: 1 }));
  });

  it("[C1] nothing that waits is acknowledged once the socket ended", () => {
    const { timers, sent, counting, update } = acks();
    update();
    counting.stop();
    timers.advance(10_000);
    expect(sent).toEqual([]);
    expect(timers.waiting).toBe(0);
  });
});

describe("on a connection", () => {
  it("[C1] a part that others follow is acknowledged at once, the last one like an update", () => {
    const page = subscribedPage([]);
    page.server.partSize = 1;
    page.client.want(["a.*"], null);
    page.server.answer();
    page.server.deliver(1);
    page.server.answer();
    expect(page.server.line.acks).toEqual([{ ...upTo(1), part: 1 }]);
    page.settle();
    expect(page.server.line.acks).toHaveLength(1);
    page.timers.advance(5_000);
    page.settle();
    expect(page.server.line.acks).toEqual([1, 2].map((part) => ({ ...upTo(1), part })));
  });

  it("[C1] updates are acknowledged when they are received, not when they are painted", () => {
    const page = subscribedPage();
    page.server.line.acks.length = 0;
    for (let i = 0; i < 32; i++) page.server.commit({ "a.x": i });
    page.server.flush();
    expect(page.value("a.x")?.value).toBe(1);
    expect(page.server.line.acks).toHaveLength(1);
  });

  it("[C1] an update that a lost line brought is not acknowledged on the next one", () => {
    const page = subscribedPage();
    page.server.commit({ "a.x": 2 });
    page.settle();
    page.server.cut();
    page.comeBack();
    page.timers.advance(5_000);
    page.settle();
    expect(page.server.line.acks).toEqual([{ ...upTo(2), part: 1 }]);
  });
});
