import { afterAll, afterEach } from "vitest";

// A warning or error that nobody expected is a failure, or the suite teaches people to scroll past red text.
// A test that expects one replaces the method: `vi.spyOn(console, "error").mockImplementation(() => {})`.
// Unhandled rejections need nothing here: vitest fails the run on them.
const seen: string[] = [];

for (const method of ["error", "warn"] as const) {
  const print = console[method];
  console[method] = (...words: unknown[]) => {
    seen.push(`console.${method}: ${words.map(String).join(" ")}`);
    print.apply(console, words);
  };
  // The next file in this process listens for itself.
  afterAll(() => {
    console[method] = print;
  });
}

afterEach(() => {
  const unexpected = seen.splice(0);
  if (unexpected.length > 0) throw new Error(`Nothing in this test expects\n  ${unexpected.join("\n  ")}`);
});
