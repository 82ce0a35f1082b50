// npm test: everything that CI runs, after all the set-up it needs. Ends with one line: `N passed, N failed, N skipped`.
//   npm test -- --only unit,lint   some parts, with what they need, for a fast loop
//   npm run prove                  the seeded proofs in full, for as long as they take
import { parts } from "./parts/all.mjs";
import { runParts, withNeeds } from "./parts/run-parts.mjs";
import { readArguments } from "./parts/test-arguments.mjs";
import { findBrowser } from "./steps/browser.mjs";
import { install } from "./steps/install.mjs";
import { makeSecrets } from "./steps/secrets.mjs";
import { fail, steps } from "./steps/steps.mjs";

async function test() {
  let browser = "";
  const all = parts(() => browser);
  const { chosen, prove } = readArguments(
    process.argv.slice(2),
    all.map(({ name }) => name),
  );
  if (prove) process.env.DELTABOARD_PROVE = "1";
  const needsBrowser = chosen.has("journeys");
  const run = withNeeds(all, chosen);
  const step = steps(run.length + (needsBrowser ? 3 : 2));
  await step("Installing packages", install);
  await step("Making the local secrets", () => makeSecrets());
  if (needsBrowser) browser = await step("Finding a browser", findBrowser);
  const failed = await runParts(run, step);
  process.exit(failed ? 1 : 0);
}

await test().catch(fail);
