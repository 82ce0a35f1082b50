import * as z from "zod/mini";

/** Who said or did something, by the name that they had then. */
export const person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof person>;
