import { sourceOf } from "../keys/name";
import { covers, matches } from "../keys/pattern";
import type { Principal } from "../live-object";
import type { Role } from "../protocol/welcome";
import { PUBLIC_SOURCE } from "../public-workspace";
import { EDITABLE, isWritten } from "../sources/written";

/**
 * The one place where rights are decided. Every route, loader, action and socket message asks here; what is not in the
 * table is denied.
 */
const allowed = {
  "board.read": ["owner", "admin", "editor", "viewer"],
  "board.write": ["owner", "admin", "editor"],
  "source.read": ["owner", "admin", "editor", "viewer"],
  "source.write": ["owner", "admin", "editor"],
  "alert.read": ["owner", "admin", "editor", "viewer"],
  "alert.write": ["owner", "admin", "editor"],
  "key.write": ["owner", "admin", "editor"],
  "member.manage": ["owner", "admin"],
  "key.manage": ["owner", "admin"],
  "room.write": ["owner", "admin", "editor", "viewer"],
  "room.moderate": ["owner", "admin", "editor"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof allowed;

export function can(principal: Principal, action: Action): boolean {
  return principal.kind === "member" && roleMay(principal.role, action);
}

/** Whether members of a role may: what a page offers its reader. */
export function roleMay(role: Role, action: Action): boolean {
  const roles: readonly Role[] = allowed[action];
  return roles.includes(role);
}

const inside = ["*", "$sources.*", "$boards.*", "$alerts.*"];

const readable = {
  member: [...inside, "$members", "$presence.*", "$rooms.*", "$marks.*"],
  key: inside,
  visitor: [`${PUBLIC_SOURCE}.*`, `$sources.${PUBLIC_SOURCE}`],
} as const satisfies Record<Principal["kind"], readonly string[]>;

/** Of each of these, every person has one key, by their id, that nobody else reads. */
const PERSONAL = ["$inbox", "$followed"];

/**
 * Key patterns the principal may read, of those that can match what is asked for. A subscription is what was asked for,
 * within these. One and the same array for all who may read the same, as are all members unless a person's own keys are
 * asked for: what is worked out for it once holds for them all.
 */
export function readableKeys(principal: Principal, asked: readonly string[]): readonly string[] {
  const shared = readable[principal.kind];
  if (principal.kind !== "member" || !asksForOwn(asked)) return shared;
  return [...shared, ...PERSONAL.map((name) => `${name}.${principal.userId}`)];
}

/** Keys of the engine that members write. */
const TALK = [...PERSONAL, "$rooms", "$marks"];

/** Whether a person's own keys are asked for. No `*` stands for `$inbox`: a pattern that can match one begins with it. */
export function asksForOwn(asked: readonly string[]): boolean {
  return asked.some((pattern) => PERSONAL.includes(sourceOf(pattern)));
}

/** Whether the principal may read the key: the check that stands before every value that leaves. */
export function mayRead(readable: readonly string[], key: string): boolean {
  return readable.some((pattern) => matches(pattern, key));
}

/** Whether every key of the pattern is readable, so that single keys need no check. */
export function mayReadAll(readable: readonly string[], pattern: string): boolean {
  return readable.some((wide) => covers(wide, pattern));
}

/**
 * Why the principal may not write the key; null where it may. A key that it may not read is not there for it. `kind` is
 * that of the key's source, undefined where there is none. The engine's own keys are nobody's to write but those in which
 * people say something (core/people/talk.ts decides what), and what programs push is not for people to change.
 */
export function refusesWrite(
  principal: Principal,
  key: string,
  kind: string | undefined,
): "not_found" | "read_only" | "forbidden" | null {
  const isTalk = TALK.includes(sourceOf(key)) && can(principal, "room.write");
  // One puts something into an inbox that one may not look into.
  if (isTalk && key.startsWith("$inbox.")) return null;
  if (!mayRead(readableKeys(principal, [key]), key)) return "not_found";
  if (isTalk) return null;
  if (key.startsWith("$")) return "read_only";
  if (kind === undefined) return "not_found";
  if (!isWritten(kind)) return "read_only";
  if (principal.kind === "key") return null;
  if (kind !== EDITABLE) return "read_only";
  return can(principal, "key.write") ? null : "forbidden";
}
