import { expect, test } from "vitest";
import type { Principal } from "../live-object";
import type { SessionRights } from "./judge";
import { LOOK_DEADLINE, RightsWatch, type Watched } from "./rights-watch";

/** Accounts, connections and a clock that the test moves; D1 answers when it is told to, or at once. */
class Model {
  time = 1_000_000;
  version = 1;
  kept = 1;
  away = false;
  hanging = false;
  readonly reads: string[] = [];
  readonly logged: string[] = [];
  readonly closed: [id: string, why: string][] = [];
  readonly members = new Map<string, Watched>();
  readonly accounts = new Map<string, SessionRights>();
  readonly keys = new Set<string>();
  readonly waiting: (() => void)[] = [];
  released = 0;
  moved = 0;
  #deadlines: { at: number; callback: () => void }[] = [];
  watch = this.wake();

  /** The object anew, with the same connections and what was kept. */
  wake(): RightsWatch<Watched> {
    this.watch = new RightsWatch<Watched>({
      clock: { now: () => this.time },
      timers: {
        now: () => 0,
        after: (milliseconds, callback) => {
          const deadline = { at: this.time + milliseconds, callback };
          this.#deadlines.push(deadline);
          return () => void this.#deadlines.splice(this.#deadlines.indexOf(deadline), 1);
        },
      },
      logger: { info: () => {}, warn: () => {}, error: (event) => this.logged.push(event) },
      members: () => this.members,
      version: () => this.#answer("version", () => this.version),
      keys: (ids) => this.#answer("keys", () => ids.filter((id) => this.keys.has(id))),
      sessions: (ids) => this.#answer("sessions", () => ids.flatMap((id) => this.accounts.get(id) ?? [])),
      seen: {
        read: () => this.kept,
        write: (version) => {
          this.kept = version;
        },
      },
      dismiss: ({ id }, { why }) => {
        this.members.delete(id);
        this.closed.push([id, why]);
      },
      moved: () => {
        this.moved += 1;
      },
      looked: () => {
        this.released += 1;
      },
    });
    return this.watch;
  }

  connect(id: string): void {
    const member = { userId: id, name: id, role: "viewer", sessionId: `s-${id}`, sessionEnds: 9_000_000 } as const;
    this.members.set(id, { id, principal: { kind: "member", ...member } });
    this.accounts.set(`s-${id}`, { sessionId: `s-${id}`, userId: id, ends: 9_000_000, role: "viewer" });
  }

  change(id: string, rights: Partial<SessionRights> | null): void {
    const before = this.accounts.get(`s-${id}`);
    if (rights === null || !before) this.accounts.delete(`s-${id}`);
    else this.accounts.set(`s-${id}`, { ...before, ...rights });
    this.version += 1;
  }

  async pass(milliseconds: number): Promise<void> {
    this.time += milliseconds;
    for (const { callback } of this.#deadlines.filter(({ at }) => at <= this.time)) callback();
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  }

  async #answer<T>(question: string, answer: () => T): Promise<T> {
    this.reads.push(question);
    if (this.away) throw new Error("D1 is away");
    if (this.hanging) {
      // Answered late with what was true when it was asked.
      const then = answer();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
      return then;
    }
    return answer();
  }
}

async function looked(...ids: string[]): Promise<Model> {
  const model = new Model();
  for (const id of ids) model.connect(id);
  expect(model.watch.cleared()).toBe(false);
  await model.settle();
  expect(model.watch.cleared()).toBe(true);
  model.reads.length = 0;
  return model;
}

test("[L2] while something is sent, rights are looked at every 4 s, and nothing waits for it", async () => {
  const model = await looked("ada");
  for (let ms = 0; ms < 12_000; ms += 100) {
    await model.pass(100);
    expect(model.watch.cleared()).toBe(true);
  }
  expect(model.reads).toEqual(["version", "version", "version"]);
});

test("[L2] what was looked at 5 s ago or more is not good enough to send by", async () => {
  const model = await looked("ada");
  model.hanging = true;
  await model.pass(4_999);
  expect(model.watch.cleared()).toBe(true);
  await model.pass(1);
  expect(model.watch.cleared()).toBe(false);
  const before = model.released;
  model.waiting.forEach((answer) => answer());
  await model.settle();
  expect(model.released).toBe(before + 1);
  expect(model.watch.cleared()).toBe(true);
});

test("[L2] a look of a time to come is none: the clock was set back", async () => {
  const model = await looked("ada");
  model.time -= 600_000;
  expect(model.watch.cleared()).toBe(false);
  await model.settle();
  expect(model.watch.cleared()).toBe(true);
  expect(model.reads).toEqual(["version"]);
});

test("[L2] a look counts from its beginning", async () => {
  const model = await looked("ada");
  model.hanging = true;
  await model.pass(6_000);
  model.watch.cleared();
  await model.pass(1_500);
  model.waiting.forEach((answer) => answer());
  await model.settle();
  await model.pass(3_499);
  expect(model.watch.cleared()).toBe(true);
  await model.pass(1);
  expect(model.watch.cleared()).toBe(false);
});

test("[L2] without connections nothing is looked at", () => {
  const model = new Model();
  expect(model.watch.cleared()).toBe(true);
  expect(model.reads).toEqual([]);
});

test("[L3] the connections are looked at only when the version moved, all in one question", async () => {
  const model = await looked("ada", "ben");
  await model.pass(5_000);
  model.watch.cleared();
  await model.settle();
  expect(model.reads).toEqual(["version"]);
  model.change("cem", {});
  await model.pass(5_000);
  model.watch.cleared();
  await model.settle();
  expect(model.reads).toEqual(["version", "version", "sessions"]);
  expect(model.closed).toEqual([]);
  expect(model.kept).toBe(model.version);
});

test("[L8] a key that was revoked closes its connections with 4501, and no other's", async () => {
  const model = await looked("ada");
  for (const keyId of ["k1", "k2"]) {
    model.keys.add(keyId);
    model.members.set(keyId, { id: keyId, principal: { kind: "key", keyId, name: keyId } });
  }
  model.keys.delete("k1");
  model.version += 1;
  await model.pass(4_000);
  model.watch.cleared();
  await model.settle();
  expect(model.closed).toEqual([["k1", "session_revoked"]]);
  expect(model.reads.slice(-3)).toEqual(["version", "sessions", "keys"]);
});

test.each<[string, Partial<SessionRights> | null, string]>([
  ["a session that is gone", null, "session_revoked"],
  ["another person's session", { userId: "eve" }, "session_revoked"],
  ["a session that is over", { ends: 1_000_000 }, "session_expired"],
  ["no member any more", { role: null }, "forbidden"],
  ["another role", { role: "editor" }, "rights_changed"],
  ["a session that ends earlier", { ends: 8_000_000 }, "rights_changed"],
])("[L4] %s closes the connection, and no other", async (_, rights, why) => {
  const model = await looked("ada", "ben");
  model.change("ada", rights);
  await model.pass(4_000);
  expect(model.watch.cleared()).toBe(true);
  await model.settle();
  expect(model.closed).toEqual([["ada", why]]);
});

test("[L4] visitors have no rights to lose", async () => {
  const model = await looked("ada");
  const visitor: Principal = { kind: "visitor", address: "192.0.2.1" };
  model.members.set("v", { id: "v", principal: visitor });
  model.change("ada", null);
  await model.pass(5_000);
  model.watch.cleared();
  await model.settle();
  expect(model.closed).toEqual([["ada", "session_revoked"]]);
});

test("[L5] after waking nothing is sent before a look; the version that was kept spares the connections", async () => {
  const model = await looked("ada", "ben");
  model.wake();
  expect(model.watch.ready()).not.toBeNull();
  await model.watch.ready();
  expect(model.watch.cleared()).toBe(true);
  expect(model.reads).toEqual(["version"]);
  model.change("ada", null);
  model.wake();
  expect(model.watch.cleared()).toBe(false);
  await model.watch.ready();
  expect(model.closed).toEqual([["ada", "session_revoked"]]);
});

test("[L6] while accounts cannot be read, data goes on; each failure is told, 5 s apart, and nothing waits", async () => {
  const model = await looked("ada");
  model.away = true;
  for (let ms = 0; ms < 20_000; ms += 100) {
    await model.pass(100);
    expect(model.watch.cleared()).toBe(true);
    await model.settle();
  }
  expect(model.logged).toEqual(Array(4).fill("rights_unread"));
  model.away = false;
  model.change("ada", null);
  await model.pass(5_000);
  model.watch.cleared();
  await model.settle();
  expect(model.closed).toEqual([["ada", "session_revoked"]]);
});

test("[L6] a look that hangs has failed after 2 s, and nothing waits for the next ones", async () => {
  const model = new Model();
  model.connect("ada");
  model.hanging = true;
  expect(model.watch.cleared()).toBe(false);
  await model.pass(LOOK_DEADLINE);
  expect(model.logged).toEqual(["rights_unread"]);
  for (let ms = 0; ms < 14_000; ms += 100) {
    expect(model.watch.cleared()).toBe(true);
    await model.pass(100);
  }
  expect(model.logged).toEqual(Array(3).fill("rights_unread"));
});

test("[L6] what a look that was given up finds later counts for nothing", async () => {
  const model = await looked("ada");
  model.hanging = true;
  model.change("ada", { role: "editor" });
  await model.pass(4_000);
  model.watch.cleared();
  model.waiting.splice(0).forEach((answer) => answer());
  await model.settle();
  expect(model.reads).toEqual(["version", "sessions"]);
  await model.pass(LOOK_DEADLINE);
  // Back to what she came with, as the next look sees; the late answer says otherwise.
  model.hanging = false;
  model.change("ada", { role: "viewer" });
  await model.pass(5_000);
  model.watch.cleared();
  await model.settle();
  model.waiting.splice(0).forEach((answer) => answer());
  await model.settle();
  expect([model.closed, model.kept]).toEqual([[], model.version]);
});

test("[L7] who comes with rights from before the last look is looked at before more is sent", async () => {
  const model = await looked("ada");
  model.change("ben", null);
  await model.pass(5_000);
  model.watch.cleared();
  await model.settle();
  model.connect("ben");
  model.change("ben", null);
  model.version -= 1;
  model.watch.came(model.version - 1);
  expect(model.watch.cleared()).toBe(false);
  await model.settle();
  expect(model.closed).toEqual([["ben", "session_revoked"]]);
});

test("[L7] who comes during a look that may have missed its change is looked at by the next one", async () => {
  const model = await looked("ada");
  const came = model.version;
  model.hanging = true;
  model.change("ben", null);
  await model.pass(4_000);
  model.watch.cleared();
  await model.settle();
  model.waiting.splice(0).forEach((answer) => answer());
  await model.settle();
  model.connect("ben");
  model.accounts.delete("s-ben");
  model.watch.came(came);
  model.waiting.splice(0).forEach((answer) => answer());
  await model.settle();
  expect(model.closed).toEqual([]);
  model.hanging = false;
  await model.pass(4_000);
  model.watch.cleared();
  await model.settle();
  expect(model.closed).toEqual([["ben", "session_revoked"]]);
});

test("[L7] who comes with the rights that were looked at costs no look", async () => {
  const model = await looked("ada");
  model.connect("ben");
  model.watch.came(model.version);
  expect(model.watch.cleared()).toBe(true);
  expect(model.reads).toEqual([]);
});
