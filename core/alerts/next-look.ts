import type { AlertMemory } from "./memory";
import type { AlertRule } from "./rule";

/** When something comes about without any news; null where nothing does. */
export function nextLookAt({ for: holds }: Pick<AlertRule, "for">, { held, silenced }: AlertMemory): number | null {
  const pending = Object.values(held).filter(({ fires }) => !fires);
  const times = [...pending.map(({ since }) => since + holds), ...(silenced ? [silenced.until] : [])];
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
