import { expect, test } from "vitest";
import { afterTimeout } from "./deadline";
import { dohResolver } from "./resolver";

type Answers = Readonly<Record<string, unknown>>;

function resolver(answers: Answers | Error, more: { after?: typeof afterTimeout } = {}) {
  const asked: string[] = [];
  let now = 0;
  const resolve = dohResolver({
    clock: { now: () => now },
    after: more.after ?? afterTimeout,
    fetch: async (url) => {
      asked.push(url);
      if (answers instanceof Error) throw answers;
      return Response.json(answers[new URL(url).searchParams.get("type") ?? ""] ?? { Status: 0 });
    },
  });
  return { resolve, asked, pass: (ms: number) => (now += ms) };
}

const both = {
  "1": {
    Status: 0,
    Answer: [
      { type: 5, data: "edge.example." },
      { type: 1, data: "10.0.0.1" },
    ],
  },
  "28": { Status: 0, Answer: [{ type: 28, data: "FE80:0::1" }] },
};

test("[N4] both kinds of address are asked for, and written as a URL writes them", async () => {
  const { resolve, asked } = resolver(both);
  expect(await resolve("a.example")).toEqual(["10.0.0.1", "[fe80::1]"]);
  expect(asked).toEqual([
    "https://cloudflare-dns.com/dns-query?name=a.example&type=1",
    "https://cloudflare-dns.com/dns-query?name=a.example&type=28",
  ]);
});

test("[N4] an answer is good for a minute", async () => {
  const { resolve, asked, pass } = resolver(both);
  await resolve("a.example");
  pass(59_999);
  await resolve("a.example");
  expect(asked).toHaveLength(2);
  pass(1);
  await resolve("a.example");
  expect(asked).toHaveLength(4);
});

test("[N4] a name without addresses has none, and what is no address is closed", async () => {
  expect(await resolver({}).resolve("a.example")).toEqual([]);
  expect(await resolver({ "28": { Answer: [{ type: 28, data: "x" }] } }).resolve("a.example")).toEqual(["[]"]);
});

test("[N4] a resolver that is away, speaks otherwise, or takes its time tells nothing", async () => {
  expect(await resolver(new TypeError("no network")).resolve("a.example")).toBeNull();
  expect(await resolver({ "1": { Answer: "none" } }).resolve("a.example")).toBeNull();
  const late = dohResolver({
    clock: { now: () => 0 },
    after: (_, run) => {
      run();
      return () => {};
    },
    fetch: () => new Promise(() => {}),
  });
  expect(await late("a.example")).toBeNull();
});
