// Time and size of patches, against four libraries. What is claimed and how: README.md.
import { runTypeScript } from "./setup/measure.mjs";

await runTypeScript("measure-diff.ts");
