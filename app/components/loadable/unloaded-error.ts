import type { Loadable } from "../../live/loadable";

/** Code could not be loaded: no defect, and over as soon as it can be. */
export class UnloadedError extends Error {
  readonly code: Loadable<unknown>;

  constructor(code: Loadable<unknown>, cause: unknown) {
    super(cause instanceof Error ? cause.message : "Code could not be loaded.", { cause });
    this.name = "UnloadedError";
    this.code = code;
  }
}
