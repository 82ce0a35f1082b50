// From the upstream's answer to every open screen, with 1 and 100 sockets, against a bare broadcast. What is claimed and how: README.md.
import { measure } from "./setup/measure.mjs";

await measure("measure-fan-out.ts");
