import { capture } from "../steps/run.mjs";
import { toolEnv } from "../steps/tool-env.mjs";
import { counted } from "./part.mjs";
import { reportFile } from "./report-file.mjs";

/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} PlaywrightReport */

/**
 * A test that passes only sometimes is a failure.
 * @param {PlaywrightReport | undefined} report undefined when Playwright ended before it wrote one
 * @returns {import("./part.mjs").Tally}
 */
export const tallyOfPlaywright = (report) => ({
  passed: report?.stats.expected ?? 0,
  failed: (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0),
  skipped: report?.stats.skipped ?? 0,
});

/** @param {() => string} browser path of the browser's program */
export const journeys = (browser) => async () => {
  const report = reportFile("playwright");
  const env = toolEnv({ CHROMIUM: browser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report.path });
  const finished = await capture("playwright", ["test", "--reporter=list,json"], { env });
  return counted(finished, tallyOfPlaywright(report.read()));
};
