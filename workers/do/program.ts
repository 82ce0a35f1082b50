import type { Principal } from "../../core/live-object";

export type Program = Extract<Principal, { kind: "key" }>;

/** Before the name of another Worker, where an API key has its id: ids hold no colon. */
const PREFIX = "worker:";
const NAME = /^[A-Za-z0-9_-]{1,64}$/;
export const NO_NAME = "A caller has a name of 1 to 64 letters, digits, _ and -.";

/** Who another Worker is here: a program by the name that it gives, told apart from every API key; null for no name. */
export function programOf(as: unknown): Program | null {
  return typeof as === "string" && NAME.test(as) ? { kind: "key", keyId: PREFIX + as, name: as, via: "worker" } : null;
}

/** Whether it is another Worker's, which has no key that could be revoked. */
export function isOtherWorker(keyId: string): boolean {
  return keyId.startsWith(PREFIX);
}
