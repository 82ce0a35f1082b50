import type { Principal } from "../../live-object";

/** Who may read what, said once more and otherwise than in core/access. */
export function mayReadKey({ kind, id }: Who, key: string): boolean {
  if (kind === "visitor") return key === "$sources.server" || key.startsWith("server.");
  if (!key.startsWith("$") || key.startsWith("$sources.") || key.startsWith("$boards.")) return true;
  if (kind === "key") return false;
  return /^\$(rooms|marks|presence)\./.test(key) || ["$members", `$inbox.${id}`, `$followed.${id}`].includes(key);
}

/** Who that is, as `introduced` says it to them. */
export interface Who {
  readonly kind: Principal["kind"];
  readonly id: string;
}

export function whoIs(principal: Principal): Who {
  return { kind: principal.kind, id: principal.kind === "member" ? principal.userId : "" };
}
