import { expect, test, vi } from "vitest";
import { tallyOfPlaywright } from "./journeys.mjs";
import { counted } from "./part.mjs";
import { runParts, withNeeds } from "./run-parts.mjs";
import { readArguments } from "./test-arguments.mjs";
import { tallyOfVitest } from "./vitest.mjs";

const outcome = (passed: number, failed: number, skipped = 0) => ({
  passed,
  failed,
  skipped,
  output: "what the tool printed",
});
const part = (name: string, result: ReturnType<typeof outcome>, needs: string[] = []) => ({
  name,
  about: name,
  needs,
  run: () => Promise.resolve(result),
});

/** The reporter of steps, silent. */
const step = async <T>(_name: string, work: () => T | Promise<T>) => work();

async function run(...parts: ReturnType<typeof part>[]) {
  const lines: string[] = [];
  const failed = await runParts(parts, step, (line) => lines.push(line));
  return { failed, lines };
}

test("the last line sums all parts", async () => {
  const { failed, lines } = await run(part("a", outcome(3, 0)), part("b", outcome(4, 0, 2)));
  expect(lines).toEqual(["7 passed, 0 failed, 2 skipped"]);
  expect(failed).toBe(false);
});

test("a failure shows what was printed, and the parts after it run all the same", async () => {
  const { failed, lines } = await run(part("a", outcome(0, 1)), part("b", outcome(4, 0)));
  expect(lines[0]).toContain("what the tool printed");
  expect(lines.at(-1)).toBe("4 passed, 1 failed, 0 skipped");
  expect(failed).toBe(true);
});

test("a part whose ground failed is skipped", async () => {
  const { lines } = await run(part("build", outcome(0, 1)), part("size", outcome(1, 0), ["build"]));
  expect(lines.at(-1)).toBe("0 passed, 1 failed, 1 skipped");
});

test("a part begins beside another when both run, by itself when the other does not, and not at all without its ground", async () => {
  const begun: string[] = [];
  let end = () => {};
  const heard = (name: string, work: Promise<void>, beside?: string, needs: string[] = []) => ({
    ...part(name, outcome(1, 0), needs),
    ...(beside && { beside }),
    run: async () => {
      begun.push(name);
      await work;
      return outcome(1, 0);
    },
  });
  const quick = Promise.resolve();
  const long = new Promise<void>((resolve) => {
    end = resolve;
  });
  const two = run(heard("a", long), heard("b", quick), heard("c", quick, "a"));
  await vi.waitFor(() => expect(begun).toEqual(["c", "a"]));
  end();
  expect((await two).lines).toEqual(["3 passed, 0 failed, 0 skipped"]);
  expect(begun).toEqual(["c", "a", "b"]);
  expect((await run(heard("d", quick, "a"))).lines).toEqual(["1 passed, 0 failed, 0 skipped"]);
  await run(part("build", outcome(0, 1)), heard("a", quick), heard("e", quick, "a", ["build"]));
  expect(begun).not.toContain("e");
});

test("a runner that fails without a failed test counts one failure", () => {
  expect(counted({ code: 1, output: "" }, { passed: 5, failed: 0, skipped: 0 })).toMatchObject({
    passed: 5,
    failed: 1,
  });
  expect(counted({ code: 1, output: "" }, { passed: 5, failed: 2, skipped: 0 })).toMatchObject({ failed: 2 });
  expect(counted({ code: 0, output: "" }, { passed: 5, failed: 0, skipped: 0 })).toMatchObject({ failed: 0 });
});

test("the runners' reports become tallies: flaky is failed, a missing report is nothing", () => {
  expect(tallyOfVitest({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 3,
  });
  expect(tallyOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 0 } })).toEqual({
    passed: 4,
    failed: 2,
    skipped: 0,
  });
  expect(tallyOfVitest(undefined)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test("--only chooses parts by name and refuses a name that there is not", () => {
  expect(readArguments(["--only", "b"], ["a", "b"])).toEqual({ chosen: new Set(["b"]), prove: false });
  expect(readArguments(["--prove"], ["a", "b"])).toEqual({ chosen: new Set(["a", "b"]), prove: true });
  expect(() => readArguments(["--only", "c"], ["a", "b"])).toThrow("No part is called c. There are: a, b.");
});

test("one part alone brings what it needs, and what that needs, in order", () => {
  const all = [
    part("a", outcome(1, 0)),
    part("b", outcome(1, 0), ["a"]),
    part("c", outcome(1, 0)),
    part("d", outcome(1, 0), ["b"]),
  ];
  const names = (...chosen: string[]) => withNeeds(all, new Set(chosen)).map(({ name }) => name);
  expect(names("d")).toEqual(["a", "b", "d"]);
  expect(names("c")).toEqual(["c"]);
  expect(names("c", "b")).toEqual(["a", "b", "c"]);
});
