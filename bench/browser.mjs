// What a board of fifty panels takes of a browser, against the same made the plain way. What is claimed and how: ../docs/performance.md.
import { measure } from "./setup/measure.mjs";

await measure("measure-browser.ts");
