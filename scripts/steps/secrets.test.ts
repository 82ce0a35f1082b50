import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSecrets } from "./secrets.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deltaboard-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a secret is made once, long and for its owner only, and kept from then on", () => {
  const file = join(folder, ".dev.vars");
  expect(makeSecrets(file)).toBe("made");
  const first = readFileSync(file, "utf8");
  const { AUTH_SECRET, SECRETS_KEY } = parseEnv(first);
  expect([AUTH_SECRET, SECRETS_KEY]).toEqual([
    expect.stringMatching(/^[\w-]{43}$/),
    expect.stringMatching(/^[\w-]{43}$/),
  ]);
  expect(AUTH_SECRET).not.toBe(SECRETS_KEY);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(makeSecrets(file)).toBe("kept");
  expect(readFileSync(file, "utf8")).toBe(first);
});

test("one that came with a later version is added, and those that are there stay", () => {
  const file = join(folder, ".dev.vars");
  writeFileSync(file, "AUTH_SECRET=old\n");
  expect(makeSecrets(file)).toBe("made");
  expect(readFileSync(file, "utf8")).toMatch(/^AUTH_SECRET=old\nSECRETS_KEY=[\w-]{43}\n$/);
});

test("what a person wrote stays, also without a newline at its end", () => {
  const file = join(folder, ".dev.vars");
  writeFileSync(file, "SIGNUP=closed");
  makeSecrets(file);
  expect(parseEnv(readFileSync(file, "utf8"))).toMatchObject({ SIGNUP: "closed", AUTH_SECRET: expect.any(String) });
});
