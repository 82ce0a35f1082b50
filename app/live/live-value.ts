import type { Json } from "../../core/json";
import type { KeyMeta } from "../../core/protocol/parts";

/**
 * One key as the reader holds it. `at`: when it last changed, in milliseconds since 1970 by the server's clock. `gapAt`:
 * of a stream, the id of the held event before which others came and went unseen.
 */
export interface LiveValue {
  readonly key: string;
  readonly value: Json;
  readonly rev: number;
  readonly at: number;
  readonly meta: KeyMeta;
  readonly gapAt?: number;
}

/** When a source was last looked at with success, and when it is asked again; null while nobody said. */
export interface Checked {
  readonly checkedAt: number | null;
  readonly dueAt: number | null;
}
