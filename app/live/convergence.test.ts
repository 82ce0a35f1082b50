import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matches } from "../../core/keys/pattern";
import { seed } from "./seed";
import { LivePage, WORKSPACE } from "./testing/live-page";

describe("[convergence]", () => {
  const patterns = ["a.*", "b.*", "c.x", "$sources.*"];
  const name = fc.constantFrom("a.x", "a.y", "b.x", "b.y", "c.x", "$sources.a");
  const step = fc.oneof(
    fc.record({
      do: fc.constant("commit" as const),
      pair: fc.integer({ min: 1, max: 99 }),
      key: name,
      remove: fc.boolean(),
    }),
    fc.record({ do: fc.constant("answer" as const) }),
    fc.record({
      do: fc.constant("deliver" as const),
      count: fc.integer({ min: 1, max: 4 }),
      times: fc.integer({ min: 1, max: 2 }),
    }),
    fc.record({ do: fc.constant("wait" as const), time: fc.constantFrom(1, 20, 600, 4_000) }),
    fc.record({ do: fc.constantFrom("cut" as const, "cut" as const, "cut" as const, "restore" as const) }),
    fc.record({ do: fc.constant("overtake" as const) }),
    fc.record({ do: fc.constant("replay" as const), back: fc.integer({ min: 0, max: 5 }) }),
    fc.record({
      do: fc.constantFrom("want" as const, "want" as const, "want" as const, "leave" as const),
      pattern: fc.constantFrom(...patterns),
      seeded: fc.boolean(),
    }),
  );

  it("ends with the store's values of the wanted keys, never mixes two commits, and loses no point", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: "max" }), fc.integer({ min: 1, max: 3 }), (steps, partSize) => {
        const page = new LivePage();
        page.server.partSize = partSize;
        const leaves = new Map<string, () => void>([["a.*", page.client.want(["a.*"], null)]]);
        page.client.start();
        let alwaysWanted = true;
        let restored = false;
        const revs = new Map<string, number>();
        const check = () => {
          for (const key of restored || !alwaysWanted ? [] : ["a.x", "a.y"]) {
            const rev = page.value(key)?.rev ?? 0;
            if (rev > 0) expect(rev).toBeGreaterThanOrEqual(revs.get(key) ?? 0);
            if (rev > 0) revs.set(key, rev);
          }
          if (leaves.has("a.*")) expect(page.value("a.x")?.value).toEqual(page.value("a.y")?.value);
        };
        for (const one of steps) {
          page.timers.advance(1);
          switch (one.do) {
            case "commit":
              // The two of a pair always change together: what differs is a mixture of two commits.
              page.server.commit(
                one.key.startsWith("a.")
                  ? { "a.x": one.remove ? undefined : one.pair, "a.y": one.remove ? undefined : one.pair }
                  : { [one.key]: one.remove ? undefined : one.pair },
                "series",
              );
              break;
            case "answer":
              if (page.server.line.closedWith === null) page.server.answer();
              break;
            case "deliver":
              if (page.server.line.closedWith === null) page.server.deliver(one.count, one.times);
              break;
            case "overtake":
              page.server.overtake();
              break;
            case "replay":
              if (page.server.line.closedWith === null) page.server.replay(one.back);
              break;
            case "wait":
              page.timers.advance(one.time);
              break;
            case "restore":
            case "cut":
              if (page.server.line.closedWith === null) page.server.cut();
              if (one.do === "restore") page.server.restore();
              restored ||= one.do === "restore";
              break;
            case "want": {
              // A pattern that is wanted already: the way to another page that shows it too.
              const leave = leaves.get(one.pattern);
              const paint = one.seeded ? page.paint([one.pattern]) : null;
              if (paint) seed(page.queryClient, WORKSPACE, paint, [one.pattern]);
              leaves.set(one.pattern, page.client.want([one.pattern], paint?.cursor ?? null));
              leave?.();
              break;
            }
            case "leave":
              leaves.get(one.pattern)?.();
              leaves.delete(one.pattern);
              if (one.pattern === "a.*") alwaysWanted = false;
              break;
          }
          check();
        }
        page.timers.advance(2_000);
        page.comeBack();
        page.settle();
        check();
        const wanted = [...page.server.keys].filter(([key]) =>
          [...leaves.keys()].some((pattern) => matches(pattern, key)),
        );
        expect(page.held()).toEqual(Object.fromEntries(wanted.map(([key, { value }]) => [key, value])));
        for (const pattern of leaves.keys()) {
          if (pattern === "c.x") continue;
          const keys = wanted.map(([key]) => key).filter((key) => matches(pattern, key));
          expect(page.names(pattern)).toEqual(keys.sort());
        }
        for (const [key] of wanted) {
          const times = page.points(key).map(([at]) => at);
          expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
          const recorded = page.server.recorded.get(key)?.map(({ point }) => point) ?? [];
          const due = key.startsWith("a.") && alwaysWanted ? recorded : recorded.slice(-1);
          expect(page.points(key)).toEqual(expect.arrayContaining(due));
        }
        expect(page.reports).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
