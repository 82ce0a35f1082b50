import { build } from "./build.mjs";
import { fail } from "./steps.mjs";

console.log(await build().catch(fail));
