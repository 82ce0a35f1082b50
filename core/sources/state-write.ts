import type { Write } from "../store/store";
import type { SourceState } from "./state";

/** The write that tells readers how a source stands. */
export function stateWrite(slug: string, state: SourceState): Write {
  return { key: `$sources.${slug}`, value: state, meta: { kind: "value" } };
}
