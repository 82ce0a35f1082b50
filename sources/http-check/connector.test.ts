import { describe, expect, test } from "vitest";
import type { EgressReply } from "../../core/sources/connector";
import type { FailureCode } from "../../core/sources/state";
import { failed } from "../failure";
import { httpCheck } from "./connector";

const page: EgressReply = { ok: true, status: 200, contentType: "text/html", text: "<h1>Shop</h1> open" };

async function check(reply: EgressReply, contains?: string) {
  const settings = httpCheck.parseSettings({ url: "https://shop.example", ...(contains ? { contains } : {}) });
  if (!settings.ok) return settings;
  let now = 1_000;
  const look = { now: () => now, held: () => undefined, lookedAt: null, trial: false };
  const egress = {
    get: async () => {
      now += 120;
      return reply;
    },
  };
  const outcome = await httpCheck.read(settings.settings, egress, look);
  return outcome.ok ? Object.fromEntries(outcome.readings.map(({ path, value }) => [path, value])) : outcome;
}

describe("an address that answers is up", () => {
  test("with any page", async () => {
    expect(await check(page)).toEqual({ up: 1, latency: 120, problem: null });
  });

  test.each<FailureCode>(["bad_body", "too_large"])("also with what no values could be read from: %s", async (code) => {
    expect(await check(failed(code))).toEqual({ up: 1, latency: 120, problem: null });
  });

  test("when it holds the words that it should", async () => {
    expect(await check(page, "open")).toMatchObject({ up: 1 });
    expect(await check(page, "closed")).toEqual({
      up: 0,
      latency: null,
      problem: "The answer does not hold “closed”.",
    });
  });
});

describe("an address that does not is down, which is no failure of the source", () => {
  test.each<FailureCode>(["unreachable", "timeout", "upstream_status", "rate_limited", "too_many_redirects"])(
    "%s",
    async (code) => {
      expect(await check(failed(code, "Upstream answered 500."))).toEqual({
        up: 0,
        latency: null,
        problem: "Upstream answered 500.",
      });
    },
  );

  test("one that may not be asked is a failure: nobody knows whether it is up", async () => {
    expect(await check(failed("refused_address"))).toMatchObject({ ok: false });
  });
});
