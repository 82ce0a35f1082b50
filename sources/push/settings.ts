import * as z from "zod/mini";

/** There is nothing to set: the source is its keys. */
export const pushSettings = z.strictObject({});
