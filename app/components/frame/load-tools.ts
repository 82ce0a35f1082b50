import { toolsCode } from "./tools-code";

/** So long (milliseconds) the next page waits for what would otherwise come after it. */
const MOMENT = 2_000;

/** Loads what stands around the values. Done when it is here, or has taken long. */
export async function loadTools(): Promise<void> {
  await Promise.race([toolsCode.load(), new Promise((done) => setTimeout(done, MOMENT))]);
}
