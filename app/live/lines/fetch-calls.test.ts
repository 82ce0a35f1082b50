import { describe, expect, it } from "vitest";
import { FakeTime } from "../../../core/proof/testing/fake-time";
import { aWelcome } from "../testing/a-welcome";
import { fetchCalls } from "./fetch-calls";

const snapshot = {
  type: "snapshot",
  id: "events",
  cursor: "epochaaa:2",
  full: false,
  part: 1,
  parts: 1,
  values: [],
  removed: [],
  checked: {},
  due: {},
} as const;
const { type: _, id: __, part: ___, parts: ____, ...changes } = snapshot;

interface Asked {
  readonly url: string;
  readonly init: RequestInit;
}

/** The calls, over a server that answers as the test says: by the endpoint's name. */
function setup(answers: Record<string, () => Response | Promise<Response>>, needsTicket = false) {
  const timers = new FakeTime();
  const asked: Asked[] = [];
  const request = async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    const answer = answers[new URL(url, "http://x").pathname.split("/").at(-1) ?? ""];
    if (!answer) throw new TypeError("Failed to fetch");
    return answer();
  };
  const calls = fetchCalls({ url: "/live/acme", reader: "tab1", request, timers, needsTicket: () => needsTicket });
  return { timers, asked, calls };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });
const problem = json({ title: "Sign in first.", status: 401, code: "unauthenticated" }, 401);
/** What a call calls back with. */
const answerOf = <T>(ask: (answered: (answer: T) => void) => unknown) => new Promise<T>((resolve) => ask(resolve));

describe("a question", () => {
  it("names keys and cursor, and is not answered out of a cache", async () => {
    const { calls, asked } = setup({ values: json(changes) });
    expect(await answerOf((told) => calls.values(["a.*", "$sources.b"], "epochaaa:1", told))).toEqual(changes);
    const { pathname, searchParams } = new URL(asked[0]?.url ?? "", "http://x");
    expect([pathname, Object.fromEntries(searchParams)]).toEqual([
      "/live/acme/values",
      { keys: "a.*,$sources.b", since: "epochaaa:1" },
    ]);
    expect(asked[0]?.init).toMatchObject({ cache: "no-store", credentials: "same-origin" });
  });

  it.each([
    ["no server", undefined],
    ["a refusal", problem],
    ["what answers itself", () => new Response("<html>Sign in to the hotel</html>")],
  ])("has no answer where there is %s", async (__, answer) => {
    const { calls } = setup(answer ? { values: answer, welcome: answer, frames: answer } : {});
    expect(await answerOf((told) => calls.values(["a.*"], null, told))).toBeNull();
    expect(await answerOf((told) => calls.welcome(told))).toBeNull();
    const append = { type: "append", id: "w1", key: "a.log", data: 1 } as const;
    expect(await answerOf((told) => calls.say(append, told))).toBeNull();
  });

  it("is given up after 8 s", async () => {
    const { calls, timers, asked } = setup({ welcome: () => new Promise(() => {}) });
    void calls.welcome(() => {});
    await Promise.resolve();
    timers.advance(7_999);
    expect(asked[0]?.init.signal?.aborted).toBe(false);
    timers.advance(1);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });

  it("that is cancelled is not answered", async () => {
    const { calls, asked, timers } = setup({ welcome: json(aWelcome()) });
    calls.welcome(() => expect.unreachable())();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    expect(timers.waiting).toBe(0);
  });

  it("brings a ticket where the browser does not say whose page it is", async () => {
    const { calls, asked } = setup({ ticket: json({ ticket: "t0", expires: 1 }), welcome: json(aWelcome()) }, true);
    expect(await answerOf((told) => calls.welcome(told))).toEqual(aWelcome());
    expect(asked.map(({ url, init }) => [init.method ?? "GET", url])).toEqual([
      ["POST", "/live/acme/ticket"],
      ["GET", "/live/acme/welcome?ticket=t0"],
    ]);
  });
});

it("a frame is posted for the tab, and its answer is a frame, whatever the status", async () => {
  const refusal = { type: "error", id: "w1", code: "conflict", message: "Moved on.", retry: "now" };
  const append = { type: "append", id: "w1", key: "a.log", data: 1 } as const;
  const { calls, asked } = setup({ frames: json(refusal, 412) });
  expect(await answerOf((told) => calls.say(append, told))).toEqual(refusal);
  expect(asked[0]).toMatchObject({
    url: "/live/acme/frames?reader=tab1",
    init: { method: "POST", body: JSON.stringify(append) },
  });
  const taken = setup({ frames: () => new Response(null, { status: 204 }) });
  expect(await answerOf((told) => taken.calls.say(append, told))).toBe("taken");
});

describe("an event stream", () => {
  const text = [
    "retry: 3000\n\n",
    'event: realtime.reset\ndata: {"reason":"epoch","lastKnownId":"a:1"}\n\n',
    `event: snapshot\nid: epochaaa:2\ndata: ${JSON.stringify({ ...snapshot, cursor: "epochaaa:2" })}\n\n:\n\n`,
    'event: bye\ndata: {"type":"bye","code":4000,"reason":"five minutes – over"}\n\n',
  ].join("");

  /** What is heard of a stream whose bytes come in pieces of this size. */
  async function hear(body: string, size = 10_000, status = 200) {
    const bytes = new TextEncoder().encode(body);
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
      bytes.slice(i * size, (i + 1) * size),
    );
    const stream = new ReadableStream({
      pull: (controller) => {
        const piece = pieces.shift();
        if (piece) controller.enqueue(piece);
        else controller.close();
      },
    });
    const { calls } = setup({ events: () => new Response(stream, { status }) });
    const heard: string[] = [];
    await new Promise<void>((resolve) => {
      calls.events(["a.*"], null, {
        heard: () => {},
        frame: (frame) => heard.push(frame.type === "bye" ? frame.reason : frame.type),
        ended: resolve,
      });
    });
    return heard;
  }

  it.each([10_000, 7, 1])("brings its frames, in pieces of up to %i bytes", async (size) => {
    expect(await hear(text, size)).toEqual(["snapshot", "five minutes – over"]);
  });

  it("ends where it is refused, or says what is no frame", async () => {
    expect(await hear(text, 10_000, 429)).toEqual([]);
    expect(await hear(`event: data_update\ndata: {"type":"data_update"}\n\n${text}`)).toEqual([]);
  });

  it("that was left says nothing more", async () => {
    const { calls, asked } = setup({ events: () => new Response(text) });
    const leave = calls.events(["a.*"], null, {
      heard: () => expect.unreachable(),
      frame: () => expect.unreachable(),
      ended: () => expect.unreachable(),
    });
    leave();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked[0]?.init.signal?.aborted).toBe(true);
  });
});
