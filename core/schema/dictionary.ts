import * as v from "valibot";
import { plainObject } from "./plain-object";
import { plainWords } from "./plain-words";

/**
 * An object by names that others choose. The library's own `record` takes lists, and leaves out the members `constructor`
 * and `prototype` without a word: here they are members like others. Only `__proto__` is left out.
 */
export function dictionary<Value extends v.GenericSchema>(name: v.GenericSchema<string, string>, value: Value) {
  type Members = Record<string, v.InferOutput<Value>>;
  return v.pipe(
    plainObject<Record<string, v.InferInput<Value>>>(),
    v.rawTransform(({ dataset, addIssue }): Members => {
      const members: Members = {};
      for (const [key, input] of Object.entries<unknown>(dataset.value)) {
        if (key === "__proto__") continue;
        const at = { type: "unknown", origin: "value", input: dataset.value, key, value: input } as const;
        const [named, read] = [v.safeParse(name, key, plainWords), v.safeParse(value, input, plainWords)];
        for (const { message, path = [] } of [...(named.issues ?? []), ...(read.issues ?? [])])
          addIssue({ message, path: [at, ...path] });
        if (named.success && read.success) members[named.output] = read.output;
      }
      return members;
    }),
  );
}
