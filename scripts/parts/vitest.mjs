import { capture } from "../steps/run.mjs";
import { counted } from "./part.mjs";
import { reportFile } from "./report-file.mjs";

/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} VitestReport */

/**
 * @param {VitestReport | undefined} report undefined when vitest ended before it wrote one
 * @returns {import("./part.mjs").Tally}
 */
export const tallyOfVitest = (report) => ({
  passed: report?.numPassedTests ?? 0,
  failed: report?.numFailedTests ?? 0,
  skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
});

/**
 * @param {"node" | "workerd" | "runtime" | "faults" | "servers"} project
 * @param {...string} options for the command
 */
export const vitest =
  (project, ...options) =>
  async () => {
    const report = reportFile(`vitest-${project}`);
    const args = [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report.path}`,
      ...options,
    ];
    const finished = await capture("vitest", args);
    return counted(finished, tallyOfVitest(report.read()));
  };
