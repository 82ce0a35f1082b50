import type { Json } from "../../core/json";
import { sourceOf } from "../../core/keys/name";
import type { Changes } from "../../core/live-object";

/** A key as the API shows it. Times are milliseconds since 1970. */
export interface ShownKey {
  readonly key: string;
  readonly value: Json;
  readonly rev: number;
  readonly kind: string;
  readonly unit: string | null;
  readonly label: string | null;
  readonly changed: number;
  /** When its source was last looked at with success; null for one that is written, and one never looked at. */
  readonly checked: number | null;
}

/** All of a first answer's keys, by name. */
export function shownKeys({ values, checked }: Changes): ShownKey[] {
  return values
    .map(({ key, value, rev, at, meta }) => ({
      key,
      value,
      rev,
      kind: meta?.kind ?? "value",
      unit: meta?.unit ?? null,
      label: meta?.label ?? null,
      changed: at,
      checked: checked[sourceOf(key)] ?? null,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
