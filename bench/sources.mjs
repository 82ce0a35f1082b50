// Fifty sources each second, of which ten hang and ten fail, against one alone. What is claimed and how: ../docs/performance.md.
import { runTypeScript } from "./setup/measure.mjs";

await runTypeScript("measure-sources.ts");
