import type { Logger } from "../../core/ports";

/** A log that is kept, to look at. */
export function keptLog(): Logger & { readonly lines: readonly { event: string; fields: unknown }[] } {
  const lines: { event: string; fields: unknown }[] = [];
  const keep = (event: string, fields?: unknown) => void lines.push({ event, fields });
  return { info: keep, warn: keep, error: keep, lines };
}
