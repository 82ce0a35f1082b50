import { buildPages } from "./build-pages.mjs";
import { fail } from "./steps.mjs";

console.log(await buildPages().catch(fail));
