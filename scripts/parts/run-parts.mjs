/**
 * @typedef {import("./part.mjs").Part} Part
 * @typedef {import("./part.mjs").Tally} Tally
 * @typedef {import("./part.mjs").Outcome} Outcome
 */

/** @param {Tally} tally */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** @param {readonly Tally[]} tallies */
export const sum = (tallies) =>
  tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/**
 * Runs every part, also after one has failed, and prints the one closing line over all.
 * @param {readonly Part[]} chosen
 * @param {ReturnType<typeof import("../steps/steps.mjs").steps>} step
 * @param {(line: string) => void} [print]
 * @returns {Promise<boolean>} whether anything failed
 */
export async function runParts(chosen, step, print = console.log) {
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  /** @type {Map<string, Promise<Outcome>>} */
  const begun = new Map();
  for (const part of chosen) {
    for (const one of chosen)
      if (one.beside === part.name && !failedNeed(one, outcomes)) begun.set(one.name, one.run());
    const outcome = await runPart({ ...part, run: () => begun.get(part.name) ?? part.run() }, outcomes, step);
    if (outcome.failed > 0) print(`\n${outcome.output.trimEnd()}\n`);
    outcomes.set(part.name, outcome);
  }
  const tally = sum([...outcomes.values()]);
  const failed = chosen.filter(({ name }) => (outcomes.get(name)?.failed ?? 0) > 0).map(({ name }) => name);
  if (failed.length > 0) print(`\nFailed: ${failed.join(", ")}. One part alone: npm test -- --only ${failed[0]}`);
  print(inWords(tally));
  return tally.failed > 0;
}

/**
 * @param {Part} part
 * @param {ReadonlyMap<string, Outcome>} before
 */
const failedNeed = ({ needs }, before) => needs?.find((name) => (before.get(name)?.failed ?? 0) > 0);

/**
 * @param {Part} part
 * @param {ReadonlyMap<string, Outcome>} before
 * @param {ReturnType<typeof import("../steps/steps.mjs").steps>} step
 * @returns {Promise<Outcome>}
 */
async function runPart(part, before, step) {
  /** @type {Outcome} */
  let outcome = { passed: 0, failed: 0, skipped: 1, output: "" };
  await step(`${part.about} (${part.name})`, async () => {
    const missing = failedNeed(part, before);
    if (missing) return `skipped: ${missing} failed`;
    outcome = await part.run();
    return [inWords(outcome), ...(outcome.note ? [outcome.note] : [])].join(". ");
  });
  return outcome;
}

/**
 * The parts of these names with all that they need, in the order of all: one part alone works on a fresh clone too.
 * @param {readonly Part[]} all
 * @param {ReadonlySet<string>} names
 * @returns {Part[]}
 */
export function withNeeds(all, names) {
  const wanted = new Set(names);
  // What a part needs stands before it, so one pass from the end finds the needs of needs.
  for (const part of all.toReversed()) if (wanted.has(part.name)) for (const need of part.needs ?? []) wanted.add(need);
  return all.filter(({ name }) => wanted.has(name));
}
