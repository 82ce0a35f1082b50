import * as v from "valibot";
import { plainObject } from "./plain-object";
import { plainWords } from "./plain-words";
import { saidByMember } from "./said-by-member";

/**
 * An object of these members and no others. The library's own takes lists, and of several members too many tells the
 * first alone. `wrong`: what it says of what is no object; `unknown`: of a member that it does not have.
 */
export function strictObject<const Entries extends v.ObjectEntries>(
  entries: Entries,
  wrong = "Not an object.",
  unknown = "There is nothing of this name.",
) {
  const members = v.object(entries, saidByMember(entries, wrong));
  return v.pipe(
    plainObject<v.InferInput<typeof members>>(wrong),
    v.rawTransform(({ dataset: { value: input }, config, addIssue, NEVER }): v.InferOutput<typeof members> => {
      const read = v.safeParse(members, input, { ...plainWords, abortEarly: config.abortEarly });
      for (const { message, path } of read.issues ?? []) addIssue(path ? { message, path } : { message });
      for (const [key, value] of Object.entries<unknown>(input)) {
        if (Object.hasOwn(entries, key)) continue;
        addIssue({ message: unknown, path: [{ type: "unknown", origin: "key", input, key, value }] });
      }
      return read.success ? read.output : NEVER;
    }),
  );
}
