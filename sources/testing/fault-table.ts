import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ReferenceCopy } from "../../core/proof/testing/reference-copy";
import { FaultBench } from "./fault-bench";
import type { FaultSubject } from "./fault-subject";
import { type ScriptedUpstream, scriptedUpstream } from "./scripted-upstream";
import type { UpstreamAnswer } from "./upstream-answer";

const NESTED = 100_000;
const HOUR = 3_600_000;

/** What is no answer of any format that a source reads. */
const badForAll: Readonly<Record<string, string>> = {
  "a web page": "<!DOCTYPE html><html><body>Sign in</body></html>",
  nothing: "",
  "a NUL": "\u0000",
  "deep nesting": "[".repeat(NESTED) + "]".repeat(NESTED),
};

/** Faults of the upstream, of the storage and of the schedule that each kind which reads an address must survive. */
export function faultTable(subject: FaultSubject): void {
  let upstream: ScriptedUpstream;
  let bench: FaultBench;
  const answers = (slug: string, answer: UpstreamAnswer) => upstream.route(`/${slug}`, answer);
  const failing = (code?: string) => ({ state: "failing", ...(code ? { failure: { code } } : {}) });
  const kept = async () => {
    expect(bench.value("a"), "the last good value").toBe(1);
    expect(bench.log.lines, "nothing is a defect").toEqual([]);
    bench.good("a", 2);
    await bench.again("a");
    expect(bench.value("a"), "after the fault").toBe(2);
  };

  beforeAll(async () => {
    upstream = await scriptedUpstream();
  });
  afterAll(() => upstream.close());
  beforeEach(async () => {
    upstream.reset();
    bench = new FaultBench(subject, upstream);
    bench.good("a", 1);
    bench.good("b", 1);
    await bench.begin("a", "b");
    expect([bench.value("a"), bench.value("b")]).toEqual([1, 1]);
  });

  describe(`${subject.kind} under faults`, () => {
    test.each([500, 502, 503])(
      "[FA1] %s: the last good value stays, tries grow apart, others go on",
      async (status) => {
        bench.board.connect("r", ["*"]);
        answers("a", { do: "answer", status });
        await bench.again("a");
        expect(bench.state("a")).toMatchObject(failing("upstream_status"));
        while (bench.board.asked("a") < 7) {
          bench.good("b", bench.board.time);
          await bench.next();
        }
        const at = bench.board.askedAt("a").slice(1);
        const waits = at.slice(1).map((time, i) => time - (at[i] ?? 0));
        expect(waits).toEqual([...new Set(waits)].sort((x, y) => x - y));
        expect(bench.value("b"), "the other source").toBeGreaterThan(1);
        await kept();
      },
    );

    test("[FA1] one that keeps failing spends no sequence number", async () => {
      answers("a", { do: "answer", status: 500 });
      await bench.again("a");
      const { cursor } = bench.board.store;
      for (let i = 0; i < 5; i++) await bench.again("a");
      expect(bench.board.store.cursor).toEqual(cursor);
      expect(upstream.count("/a")).toBe(7);
    });

    test.each<[string, number | null]>([
      ["120", 120_000],
      ["Sat, 21 Nov 2026 10:05:00 GMT", 300_000],
      ["1000000000", HOUR],
      ["Sun, 21 Nov 2027 10:00:00 GMT", HOUR],
      ["soon", null],
      ["-5", null],
      ["", null],
    ])("[FA2] 429 with Retry-After %j", async (header, wait) => {
      answers("a", { do: "answer", status: 429, headers: { "retry-after": header } });
      await bench.again("a");
      expect(bench.state("a")).toMatchObject(failing("rate_limited"));
      const waited = (bench.board.refresher.times().due.a ?? 0) - bench.board.time;
      if (wait === null) expect(waited).toBeLessThanOrEqual(120_000);
      else expect(waited).toBe(wait);
      await kept();
    });

    test.each<[string, UpstreamAnswer]>([
      ["FA3] never answers", { do: "hang" }],
      ["FA4] drips", { do: "drip", every: 5 }],
    ])("[%s: given up at the deadline, the next look is set meanwhile", async (_, answer) => {
      answers("a", answer);
      bench.board.refresher.refreshNow("a");
      await upstream.asked("/a", 2);
      expect(bench.board.refresher.nextLook()).not.toBeNull();
      await bench.tooLate();
      expect(bench.state("a")).toMatchObject(failing("timeout"));
      await kept();
    });

    test.each<[string, UpstreamAnswer, string]>([
      ["1 GB", { do: "flood", bytes: 1e9 }, "too_large"],
      ["a gzip bomb", { do: "flood", bytes: 1e9, gzip: true }, "too_large"],
      ["a length that is a lie", { do: "cut", body: subject.good(3) }, "unreachable"],
    ])("[FA5] %s", async (_, answer, code) => {
      answers("a", answer);
      await bench.again("a");
      expect(bench.state("a")).toMatchObject(failing(code));
      await kept();
    });

    test.each(Object.entries({ ...badForAll, "half of it": "", ...subject.bad }))("[FA6] %s", async (name, body) => {
      bench.body("a", name === "half of it" ? subject.good(3).slice(0, subject.good(3).length / 2) : body);
      await bench.again("a");
      expect(bench.state("a")).toMatchObject(failing());
      expect(bench.state("a")).not.toMatchObject(failing("internal"));
      await kept();
    });

    test("[FA6] a byte order mark is no part of it, and what is no UTF-8 ends nothing", async () => {
      bench.body("a", `\ufeff${subject.good(3)}`);
      await bench.again("a");
      expect(bench.value("a")).toBe(3);
      answers("a", { do: "answer", bytes: "ff fe 00 c3 28 80", headers: { "content-type": subject.contentType } });
      await bench.again("a");
      expect(bench.value("a")).toBe(3);
      expect(bench.log.lines).toEqual([]);
    });

    test("[FA7] whatever shapes follow one another, a reader holds what the store holds", async () => {
      const { heard, say } = bench.board.connect("r", ["a.*"]);
      const copy = new ReferenceCopy();
      for (let round = 0; round < 60; round++) {
        bench.body("a", subject.shapes[(round * round + 3 * round) % subject.shapes.length] ?? "");
        await bench.again("a");
        for (const frame of heard.splice(0)) {
          if (frame.type === "snapshot") for (const one of frame.values) if (!("append" in one)) copy.replace(one);
          if (frame.type === "data_update") for (const one of frame.updates) copy.apply(one);
          if ("cursor" in frame) say({ type: "ack", cursor: frame.cursor });
        }
        const held = bench.board.store.keysOf("a").map((key) => [key, bench.board.store.get(key)?.value]);
        expect(Object.fromEntries([...copy.keys].map(([key, { value }]) => [key, value]))).toEqual(
          Object.fromEntries(held),
        );
      }
      expect(bench.log.lines).toEqual([]);
    });

    test("[FA8] a restart in the middle of a read keeps what there was, and reads anew", async () => {
      answers("a", { do: "hang" });
      bench.board.refresher.refreshNow("a");
      await upstream.asked("/a", 2);
      const after = new FaultBench(subject, upstream, bench.board.storage);
      expect(after.value("a")).toBe(1);
      bench.good("a", 3);
      await after.begin("a", "b");
      expect(after.value("a")).toBe(3);
      upstream.release("/a");
      await bench.read();
    });

    test("[FA10] looking twice at once, or late, asks once", async () => {
      answers("a", { do: "hang" });
      bench.board.time += 600_000;
      for (let i = 0; i < 5; i++) bench.board.refresher.tick();
      await upstream.asked("/a", 2);
      expect(upstream.hanging("/a")).toBe(1);
      const { cursor } = bench.board.store;
      bench.good("a", 1);
      upstream.release("/a");
      await bench.read();
      expect(upstream.count("/a")).toBe(2);
      expect(bench.board.store.cursor.seq - cursor.seq, "nothing changed").toBeLessThanOrEqual(1);
    });

    test("[FA17] an answer that is given again changes nothing; one to an older question is dropped", async () => {
      const { cursor } = bench.board.store;
      for (let i = 0; i < 3; i++) await bench.again("a");
      expect(bench.board.store.cursor).toEqual(cursor);
      answers("a", { do: "hang" });
      bench.board.refresher.refreshNow("a");
      await upstream.asked("/a", 5);
      bench.good("c", 7);
      bench.board.refresher.setSources([{ ...bench.source("a"), settings: bench.source("c").settings }]);
      await upstream.asked("/c", 1);
      bench.good("a", 3);
      upstream.release("/a");
      await bench.read();
      expect(bench.value("a")).toBe(7);
    });

    test("[FA19] a storage that refuses keeps the last good value, and the next read heals it", async () => {
      bench.good("a", 3);
      bench.board.storage.failNext = true;
      await bench.again("a");
      expect([bench.value("a"), bench.state("a")]).toEqual([1, expect.objectContaining(failing())]);
      await bench.again("a");
      expect(bench.value("a")).toBe(3);
    });

    test.each(Object.entries(subject.poisoned))("[FA22] %s: the rest is read", async (_, body) => {
      bench.body("a", body);
      await bench.again("a");
      expect(bench.value("a")).toBe(2);
      expect(bench.state("a")).toMatchObject({ state: "ok" });
      expect(Object.prototype).not.toHaveProperty("polluted");
      expect(bench.log.lines).toEqual([]);
    });
  });
}
