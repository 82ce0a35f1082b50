import { createExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { openDatabase } from "../db/database";
import { deleteExpiredRows } from "../db/queries/expired-rows";
import { workspacesToPoke } from "../db/queries/live-overdue";
import { invitation, organization, rateLimit, session, user, verification } from "../db/schema/auth";
import { liveCursor } from "../db/schema/live";
import { source } from "../db/schema/source";
import { ticket } from "../db/schema/ticket";
import { scheduled } from "./scheduled";

const db = openDatabase(env.DB);
const HOUR = 3_600_000;
const now = new Date("2026-11-21T14:00:00Z");
const ago = (ms: number) => new Date(now.getTime() - ms);
/** Run out a minute ago, running out now, and good for another minute. */
const times = { gone: ago(60_000), last: now, good: ago(-60_000) };

beforeEach(async () => {
  await db.batch([db.delete(organization), db.delete(user), db.delete(verification), db.delete(rateLimit)]);
  await db.insert(user).values({ id: "u1", name: "Ada", email: "ada@harbour.example" });
  await db.insert(organization).values({ id: "w1", name: "Harbour", slug: "harbour", createdAt: now });
  for (const [id, expiresAt] of Object.entries(times)) {
    await db.batch([
      db.insert(session).values({ id, token: id, userId: "u1", expiresAt }),
      db.insert(verification).values({ id, identifier: id, value: "", expiresAt }),
      db
        .insert(invitation)
        .values({ id, organizationId: "w1", email: "g@harbour.example", inviterId: "u1", expiresAt }),
      db.insert(ticket).values({ hash: id, workspaceId: "w1", expiresAt }),
      db.insert(rateLimit).values({ id, key: id, count: 1, lastRequest: expiresAt.getTime() - HOUR }),
    ]);
  }
});

async function left(): Promise<string[][]> {
  const rows = await db.batch([
    db.select({ id: session.id }).from(session),
    db.select({ id: verification.id }).from(verification),
    db.select({ id: invitation.id }).from(invitation),
    db.select({ id: rateLimit.id }).from(rateLimit),
    db.select({ id: ticket.hash }).from(ticket),
  ]);
  return rows.map((table) => table.map(({ id }) => id).sort());
}

function run(at: Date) {
  const controller = { scheduledTime: at.getTime(), cron: "* * * * *", noRetry: () => {} };
  return scheduled(controller, env, createExecutionContext());
}

test("on the full hour what has run out goes, and nothing else", async () => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  await run(now);
  expect(await left()).toEqual(Array(5).fill(["good", "last"]));
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"sessions":1'));
});

test("in the other minutes nothing is looked at", async () => {
  await run(ago(60_000 - 2 * HOUR));
  expect(await left()).toEqual(Array(5).fill(["gone", "good", "last"]));
});

test("one run deletes so many rows at most, the next ones the rest", async () => {
  const later = ago(-2 * HOUR);
  const all = { sessions: 2, verifications: 2, invitations: 2, rateLimits: 2, tickets: 2 };
  expect(await deleteExpiredRows(db, later, 2)).toEqual(all);
  expect(await deleteExpiredRows(db, later, 2)).toEqual({
    sessions: 1,
    verifications: 1,
    invitations: 1,
    rateLimits: 1,
    tickets: 1,
  });
  expect(await deleteExpiredRows(db, later, 2)).toEqual({
    sessions: 0,
    verifications: 0,
    invitations: 0,
    rateLimits: 0,
    tickets: 0,
  });
});

test("a clean-up that fails is logged and throws nothing", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(Object.getPrototypeOf(env.DB), "batch").mockRejectedValueOnce(new Error("D1 is away"));
  await run(now);
  expect(said).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("expired_rows_kept"));
});

test("an object is woken that was not heard of for five minutes, or is as far ahead of a clock that was set back", async () => {
  const asked = {
    slug: "shop",
    name: "Shop",
    kind: "http-json",
    settings: {},
    interval: 2_000,
    createdAt: now,
    updatedAt: now,
  };
  const flushed = (minutes: number) => ago(minutes * 60_000);
  for (const [id, minutes] of [
    ["lost", 6],
    ["well", 4],
    ["new", -1],
    ["ahead", -60],
  ] as const) {
    await db.batch([
      db.insert(organization).values({ id, name: id, slug: id, createdAt: now }),
      db.insert(source).values({ ...asked, id, workspaceId: id }),
      db
        .insert(liveCursor)
        .values({ workspaceId: id, epoch: "aaaaaaaa", seq: 1, checked: "{}", flushedAt: flushed(minutes) }),
    ]);
  }
  expect((await workspacesToPoke(db, [flushed(5), flushed(-5)])).sort()).toEqual(["ahead", "lost"]);
});
