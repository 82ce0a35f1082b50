// The live engine against a bare object and a textbook's, workload by workload. What is claimed and how: ../docs/performance.md.
import { runTypeScript } from "./setup/measure.mjs";

await runTypeScript("measure-live.ts");
