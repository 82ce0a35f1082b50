/** What must never happen has happened. `rule` is the number of the invariant in docs/protocol.md. */
export function violated(rule: string, what: string): never {
  throw new Error(`[${rule}] ${what}`);
}
