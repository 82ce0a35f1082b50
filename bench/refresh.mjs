// What a refresh costs in which little has changed, against parsing its answer. What is claimed and how: README.md.
import { runTypeScript } from "./setup/measure.mjs";

await runTypeScript("measure-refresh.ts");
