import { expect, test } from "vitest";
import { Loadable } from "../loadable";
import { aWelcome } from "../testing/a-welcome";
import type { Line, LineEvents, OpenLine } from "./line";
import { loadableLine } from "./loadable-line";

function setup() {
  const heard: string[] = [];
  const done: string[] = [];
  const server = { isThere: true };
  const line: Line = {
    send: ({ type }) => done.push(`send ${type}`),
    close: (code) => done.push(`close ${code}`),
    giveUp: () => done.push("giveUp"),
    check: () => done.push("check"),
  };
  let opened: LineEvents | null = null;
  const open: OpenLine = (events) => {
    opened = events;
    return line;
  };
  const code = new Loadable(async () => {
    if (!server.isThere) throw new TypeError("Failed to fetch dynamically imported module");
    return { open };
  });
  const owner: LineEvents = {
    welcomed: (_, transport) => heard.push(`welcomed by ${transport}`),
    received: ({ type }) => heard.push(type),
    ended: ({ kind }) => heard.push(`ended: ${kind}`),
  };
  return {
    line,
    code,
    server,
    heard,
    done,
    owner,
    opened: () => opened,
    openLine: loadableLine(code, (all) => all.open),
  };
}

test("[Y10] a line whose code comes apart is opened once that is here, and is then the line itself", async () => {
  const { line, code, heard, done, owner, opened, openLine } = setup();
  const later = openLine(owner);
  expect(opened()).toBeNull();
  await code.load();
  opened()?.welcomed(aWelcome(), "SSE");
  expect(heard).toEqual(["welcomed by SSE"]);
  later.send({ type: "resync", id: "r1", keys: [] });
  later.check();
  later.giveUp();
  later.close(1000, "left");
  expect(done).toEqual(["send resync", "check", "giveUp", "close 1000"]);
  expect(openLine(owner), "from then on without waiting").toBe(line);
});

test("[Y10] while that code cannot be loaded the server counts as gone, and the next try loads it again", async () => {
  const { code, server, heard, owner, opened, openLine } = setup();
  server.isThere = false;
  openLine(owner);
  await code.load();
  await Promise.resolve();
  expect(heard).toEqual(["ended: closed"]);
  server.isThere = true;
  openLine(owner);
  await code.load();
  await Promise.resolve();
  expect(opened()).not.toBeNull();
});

test("[Y10] a line that is closed before its code is here is never opened", async () => {
  const { code, owner, heard, opened, openLine } = setup();
  openLine(owner).close(1000, "left");
  await code.load();
  await Promise.resolve();
  expect(opened()).toBeNull();
  expect(heard).toEqual([]);
});
