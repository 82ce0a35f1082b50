import { expect, test } from "vitest";
import { FakeTime } from "../../core/proof/testing/fake-time";
import type { Up } from "../../core/protocol/up";
import type { LineEvents } from "./lines/line";
import { OwnPlaces } from "./own-places";
import { aWelcome } from "./testing/a-welcome";

/** A page on lines that are opened by hand. */
function page() {
  const timers = new FakeTime();
  const places = new OwnPlaces(timers);
  const sent: Up[] = [];
  const heard: string[] = [];
  const lines: LineEvents[] = [];
  const openLine = places.on((events) => {
    lines.push(events);
    return { send: (frame) => sent.push(frame), close() {}, giveUp() {}, check() {} };
  });
  const open = () => {
    const line = openLine({
      welcomed: () => heard.push("welcomed"),
      received() {},
      ended: () => heard.push("ended"),
    });
    lines.at(-1)?.welcomed(aWelcome(), "WebSocket");
    return line;
  };
  const told = () => sent.map((frame) => (frame.type === "presence" ? frame.places : frame.type));
  return { timers, places, told, heard, open, end: () => lines.at(-1)?.ended({ kind: "silent" }) };
}
const board = { board: "b1" };
const typing = { board: "b1", panel: "talk", editing: true } as const;

test("[C10] each line is told where the page is, and what changed shortly after one another at once", () => {
  const { timers, places, told, heard, open, end } = page();
  const leave = places.add(board);
  timers.advance(1_000);
  open();
  const stop = places.add(typing);
  stop();
  places.add(typing);
  timers.advance(300);
  expect(told()).toEqual([[board], [typing]]);
  leave();
  timers.advance(300);
  end();
  places.add(board);
  timers.advance(300);
  expect(told()).toHaveLength(2);
  open();
  expect(told().slice(2)).toEqual([[typing]]);
  expect(heard).toEqual(["welcomed", "ended", "welcomed"]);
});

test("[C10] who left the last place says so; a page that was nowhere says nothing, nor does one whose line is closed", () => {
  const { timers, places, told, open } = page();
  const line = open();
  timers.advance(1_000);
  expect(told()).toEqual([]);
  const leave = places.add(board);
  timers.advance(300);
  leave();
  timers.advance(300);
  expect(told()).toEqual([[board], []]);
  line.close(1000, "left");
  places.add(board);
  timers.advance(300);
  expect(told()).toHaveLength(2);
});

test("[C10] a place that two parts of the page are at is one, and 16 are told of at most", () => {
  const { places, told, open } = page();
  places.add(board);
  places.add(board);
  for (let i = 0; i < 20; i++) places.add({ board: "b2", panel: `p${i}` });
  open();
  expect(told()[0]).toHaveLength(16);
});
