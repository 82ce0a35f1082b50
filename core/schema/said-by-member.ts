import * as v from "valibot";
import { plainWords } from "./plain-words";

/**
 * For an object's schema: of a member that is missing it says what the member's own schema says of nothing. `unknown`:
 * what it says of a member that it does not have; `wrong`: of what is no object.
 */
export function saidByMember(entries: v.ObjectEntries, wrong: string, unknown = wrong) {
  return ({ path, expected }: v.BaseIssue<unknown>): string => {
    const [at] = path ?? [];
    if (!at) return wrong;
    const member = expected === "never" ? undefined : entries[String(at.key)];
    return (member && v.safeParse(member, undefined, plainWords).issues?.[0].message) ?? unknown;
  };
}
