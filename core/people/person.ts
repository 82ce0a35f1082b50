import * as v from "valibot";

/** Who said or did something, by the name that they had then. */
export const person = v.object({ id: v.string(), name: v.string() });
export type Person = v.InferOutput<typeof person>;
