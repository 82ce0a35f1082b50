import { use } from "react";
import type { Loadable } from "../../live/loadable";
import { UnloadedError } from "./unloaded-error";

/** Code that comes apart: suspends until it is here, unless it was loaded beforehand. Throws an `UnloadedError`. */
export function useLoaded<T>(code: Loadable<T>): T;
export function useLoaded<T>(code: Loadable<T> | null): T | null;
export function useLoaded<T>(code: Loadable<T> | null): T | null {
  if (code === null) return null;
  const outcome = use(code.load());
  if (outcome.ok) return outcome.code;
  throw new UnloadedError(code, outcome.error);
}
