import { laterCode } from "../loadable/later-code";

export const toolsCode = laterCode(async () => (await import("./tools")).tools);
