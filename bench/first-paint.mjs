// Time and bytes of a board's first paint, against a bare page. What is claimed and how: README.md.
import { measure } from "./setup/measure.mjs";

await measure("measure-first-paint.ts");
