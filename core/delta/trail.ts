import type { Json } from "../json";
import type { Operation } from "./operation";

/** Where a difference is being written, and how to go on inside an element. */
export interface Trail {
  readonly tokens: readonly (string | number)[];
  readonly operations: Operation[];
  /** The member that tells rows of an array apart; `id`, then `key`, where the source names none. */
  readonly rowKey: string | undefined;
  readonly compare: (before: Json, after: Json, trail: Trail) => void;
}

export function at(trail: Trail, token: string | number): Trail {
  return { ...trail, tokens: [...trail.tokens, token] };
}
