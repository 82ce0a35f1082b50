import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HOP_HEADER, hopMarkOf } from "../core/sources/hop";
import { isOwnHop, loopDetected } from "./is-own-hop";

const env = {
  BASE_URL: "https://board.example.org",
  SIGNUP: "invite",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  ALLOW_PRIVATE_EGRESS: "false",
};
const isOwn = (headers: Record<string, string>) => isOwnHop(new Request("https://alias.example/", { headers }), env);

test("[N6] a request of one of its own sources is known by its mark, under whatever name it comes in", () => {
  expect(isOwn({ [HOP_HEADER]: hopMarkOf(env.BASE_URL) })).toBe(true);
  expect(isOwn({ [HOP_HEADER]: hopMarkOf("https://other.example.org") })).toBe(false);
  expect(isOwn({})).toBe(false);
  expect(loopDetected().status).toBe(508);
});

test("[N6] the mark does not tell the name", () => {
  expect(hopMarkOf(env.BASE_URL)).toMatch(/^[0-9a-f]{8}$/);
});

test("[N6] a request to the Worker's own zone goes in by the front door", () => {
  const config = readFileSync("wrangler.toml", "utf8");
  expect(config).toMatch(/^compatibility_flags = \[.*"global_fetch_strictly_public".*\]$/m);
});
