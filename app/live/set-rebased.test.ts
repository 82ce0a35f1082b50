import { expect, it } from "vitest";
import { addRow, isListRows, type ListChange, setDone } from "../../core/boards/list-rows";
import { apply } from "../../core/delta/apply";
import type { Json } from "../../core/json";
import { type Intent, setRebased } from "./set-rebased";
import type { WriteOutcome } from "./writes";

const on =
  (change: ListChange): Intent =>
  (current = []) =>
    isListRows(current) ? change(current) : current;

/** A key as the server keeps it: it takes a write over its rev only. */
class Key {
  rev = 0;
  value: Json | undefined;
  writes = 0;
  /** What somebody else does before the next writes arrive. */
  readonly rivals: Json[] = [];

  readonly set: Parameters<typeof setRebased>[0] = async ({ value, patch, ifRev }): Promise<WriteOutcome> => {
    this.writes += 1;
    const rival = this.rivals.shift();
    if (rival !== undefined) this.#put(rival);
    if (ifRev !== this.rev) {
      const current = { rev: this.rev, value: this.value ?? null };
      return { ok: false, code: "conflict", message: "Moved on.", retry: "now", current };
    }
    const patched = patch ? apply(this.value ?? null, patch) : null;
    this.#put(patched?.ok ? patched.value : (value ?? null));
    return { ok: true, cursor: `epochaaa:${this.rev}`, rev: this.rev };
  };

  #put(value: Json): void {
    this.rev += 1;
    this.value = value;
  }
}

const row = (id: string, done = false) => ({ id, text: `do ${id}`, done });
const nothing = { rev: 0, value: undefined };

it("[C9] makes a key that is not there", async () => {
  const key = new Key();
  expect(await setRebased(key.set, nothing, on(addRow("a", "do a")))).toBeNull();
  expect(key.value).toEqual([row("a")]);
});

it("[C9] loses nothing that somebody else did meanwhile, however often", async () => {
  const key = new Key();
  key.rivals.push([row("a"), row("b", true)], [row("c"), row("a"), row("b", true)]);
  expect(await setRebased(key.set, nothing, on(addRow("d", "do d")))).toBeNull();
  const held = { rev: key.rev, value: key.value };
  key.rivals.push([row("c", true), row("a"), row("b", true), row("d")]);
  expect(await setRebased(key.set, held, on(setDone("a", true)))).toBeNull();
  expect(key.value).toEqual([row("c", true), row("a", true), row("b", true), row("d")]);
});

it("[C9] sends nothing where there is nothing to do any more", async () => {
  const key = new Key();
  key.rivals.push([row("a", true)]);
  const held = { rev: 1, value: [row("a")] };
  expect(await setRebased(key.set, held, on(setDone("a", true)))).toBeNull();
  expect(await setRebased(key.set, held, on(setDone("gone", true)))).toBeNull();
  expect(key.writes).toBe(1);
});

it("[C9] sends of a long list what changes", async () => {
  const rows = Array.from({ length: 200 }, (_, i) => row(`r${i}`));
  const sent: unknown[] = [];
  const set: Parameters<typeof setRebased>[0] = async (change) => {
    sent.push(change);
    return { ok: true, cursor: "epochaaa:2", rev: 2 };
  };
  await setRebased(set, { rev: 1, value: rows }, on(setDone("r7", true)));
  expect(sent).toEqual([{ ifRev: 1, patch: [{ op: "replace", path: "/7/done", value: true }] }]);
});

it("[C9] gives up where it is refused, or after many conflicts, and says why", async () => {
  const key = new Key();
  key.rivals.push(...Array.from({ length: 50 }, (_, i): Json => [row(`rival${i}`)]));
  expect(await setRebased(key.set, nothing, on(addRow("a", "do a")))).toBe("Moved on.");
  expect(key.writes).toBe(12);
  const refusing = async (): Promise<WriteOutcome> => ({
    ok: false,
    code: "forbidden",
    message: "Your role does not allow this.",
    retry: "never",
  });
  expect(await setRebased(refusing, nothing, on(addRow("a", "do a")))).toBe("Your role does not allow this.");
});
