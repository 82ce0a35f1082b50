import type * as v from "valibot";

/** Where in a value an issue is: names of members and indices, from the outside in. */
export function pathOf({ path }: Pick<v.BaseIssue<unknown>, "path">): (string | number)[] {
  return (path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}
