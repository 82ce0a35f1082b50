import { mayRead, readableKeys } from "../access/access";
import type { Principal } from "../live-object";
import type { KeyLog, Origin } from "./key-log";

/** The log of a key for who may read the key; null for anybody else. Who is no member is told no person's name. */
export function logFor(shelf: { log(key: string): KeyLog | null }, principal: Principal, key: string): KeyLog | null {
  const log = mayRead(readableKeys(principal, [key]), key) ? shelf.log(key) : null;
  if (log === null || principal.kind === "member") return log;
  const { rev, changes, origins } = log;
  return {
    rev,
    changes: changes.map(({ by, ...change }) => ({ ...change, by: nameless(by) })),
    origins: origins.map(([at, by]) => [at, nameless(by)]),
  };
}

function nameless(by: Origin): Origin {
  return by.how === "person" ? { how: by.how } : by;
}
