import { Loadable } from "../../live/loadable";

/** What puts values in place of a board's variables and lets a reader choose them: loaded where a board has some. */
export const variableCode = new Loadable(async () => (await import("./with-variables")).withVariables);
