import { env } from "cloudflare:workers";
import { expect, inject, test, vi } from "vitest";
import { Ledger } from "../../core/proof/testing/ledger";
import { parseCursor } from "../../core/protocol/cursor";
import { liveObject } from "../../server/live-object";
import { signUp } from "../testing/person";
import { owner } from "../testing/socket";
import { upstreamForEachTest } from "../testing/upstream";
import { CallSeat } from "./testing/call-seat";
import { EventSeat } from "./testing/event-seat";
import { historyOf } from "./testing/happening";
import { Play } from "./testing/play";
import { PollSeat } from "./testing/poll-seat";
import { SocketSeat } from "./testing/socket-seat";

upstreamForEachTest();
const prove = inject("prove");
const seeds = Array.from({ length: prove ? 100 : 3 }, (_, i) => i + 1);
vi.setConfig({ testTimeout: 120_000 });

const patterns = ["a.*", "b.*", "server.cpu", "$boards.*", "$inbox.*"];

test.each(seeds)("[O11] the same history ends with the same copy over every transport (%i)", async (seed) => {
  const person = await signUp();
  const { workspace } = person;
  // What a new workspace begins with is not in the history.
  for (const table of ["source", "board"]) {
    await env.DB.prepare(`DELETE FROM ${table} WHERE workspace_id = ?`).bind(workspace).run();
  }
  const object = liveObject(env, workspace);
  await object.sourcesChanged();
  await object.boardsChanged();
  const cursor = parseCursor((await object.changesSince(owner, ["*"], null)).cursor);
  const ledger = new Ledger(cursor?.epoch ?? "");
  ledger.seq = (cursor?.seq ?? 0) - 1;
  ledger.commit(new Map());
  const seats = [
    new SocketSeat(patterns, person, workspace),
    new CallSeat(patterns, workspace),
    new EventSeat(patterns, person, workspace),
    new PollSeat(patterns, person, workspace),
  ];
  const play = new Play(workspace, seats, patterns, ledger);
  for (const [i, happening] of historyOf(seed).entries()) {
    await play.happen(happening);
    if (i % 70 === 69) await play.hibernate();
    if (i % 100 === 99) await play.abort();
  }
  await play.settle();
  expect(ledger.seq).toBeGreaterThan(100);
  // Each came, and came back after both restarts at least.
  for (const { visits } of seats) expect(visits).toBeGreaterThan(2);
});
