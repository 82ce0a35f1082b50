/**
 * `upstream:machine` names an address that the operator configured, so that a source can read it without its owner
 * knowing or choosing where it is. Null for every other URL.
 */
export function upstreamName(url: string): string | null {
  return /^upstream:([a-z0-9][a-z0-9_-]{0,31})$/.exec(url)?.[1] ?? null;
}
