import { beforeEach, expect, test, vi } from "vitest";
import type { WriteResult } from "../../core/live-object";
import type { SourceDefinition } from "../../core/sources/definition";
import { sign } from "../../sources/push/signature";
import { SignedPushes } from "./signed-pushes";

const SECRET = "a secret of some length";
const source: SourceDefinition = {
  id: "s1",
  slug: "shop",
  name: "Shop",
  kind: "push",
  settings: {},
  interval: 86_400_000,
  enabled: true,
};
const done: WriteResult = { ok: true, cursor: "abcdefgh:1", delivered: 3, revs: {} };
let now = 0;
const write = vi.fn((): WriteResult => done);
let pushes: SignedPushes;

beforeEach(() => {
  now = Date.parse("2026-11-21T10:00:00Z");
  write.mockClear().mockReturnValue(done);
  pushes = make(source);
});

function make(of: SourceDefinition): SignedPushes {
  return new SignedPushes({
    clock: { now: () => now },
    source: () => of,
    open: async () => ({ signing: SECRET }),
    write,
  });
}

const push = async (body: string, at = now) => pushes.push("shop", { body, signature: await sign(SECRET, body, at) });

test("[WH4] a repeat is known by its signature, whatever the store has forgotten meanwhile", async () => {
  const at = now;
  expect(await push('{"values":{"a":1}}', at)).toEqual(done);
  now += 299_000;
  expect(await push('{"values":{"a":1}}', at)).toEqual({ ...done, delivered: 0 });
  expect(write).toHaveBeenCalledTimes(1);
});

test("[WH4] what was refused is decided anew when it comes again", async () => {
  write.mockReturnValueOnce({ ok: false, code: "unavailable", message: "Later." });
  expect(await push('{"values":{"a":1}}')).toMatchObject({ ok: false, code: "unavailable" });
  expect(await push('{"values":{"a":1}}')).toEqual(done);
});

test("[WH4] more signatures than are remembered are not taken, until the oldest cannot come again", async () => {
  for (let i = 0; i < 6_000; i++) await push(`{"values":{"a":${i}}}`);
  expect(await push('{"values":{"a":-1}}')).toMatchObject({ ok: false, code: "rate_limited" });
  now += 600_001;
  expect(await push('{"values":{"a":-1}}')).toEqual(done);
});

test("[WH1] a source that is switched off, or of another kind, takes none", async () => {
  for (const other of [
    { ...source, enabled: false },
    { ...source, kind: "editable" },
  ]) {
    pushes = make(other);
    expect(await push('{"values":{"a":1}}')).toMatchObject({ ok: false, code: "unauthenticated" });
  }
  expect(write).not.toHaveBeenCalled();
});
