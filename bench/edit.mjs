// The whole way of an edit: a panel is dragged, saved, and on another viewer's screen. What is claimed and how: README.md.
import { measure } from "./setup/measure.mjs";

await measure("measure-edit.ts");
