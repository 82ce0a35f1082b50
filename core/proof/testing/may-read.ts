import type { Principal } from "../../live-object";

/** Who may read what, said once more and otherwise than in core/access. */
export function mayReadKey(kind: Principal["kind"], key: string): boolean {
  if (kind === "visitor") return key === "$sources.server" || key.startsWith("server.");
  return !key.startsWith("$") || key.startsWith("$sources.") || key.startsWith("$boards.");
}
