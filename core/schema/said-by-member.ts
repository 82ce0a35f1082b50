import * as v from "valibot";
import { plainWords } from "./plain-words";

/**
 * For an object's schema: of a member that is missing it says what the member's own schema says of nothing. `wrong`: what
 * it says of what is no object.
 */
export function saidByMember(entries: v.ObjectEntries, wrong: string) {
  return ({ path }: v.BaseIssue<unknown>): string => {
    const member = path && entries[String(path[0].key)];
    return (member && v.safeParse(member, undefined, plainWords).issues?.[0].message) ?? wrong;
  };
}
