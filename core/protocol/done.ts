import * as z from "zod/mini";
import { cursor, requestId } from "./parts";

/** A `set` or `append` is durable: the commit it is in, and the key's rev with it. Sent again for a repeated write. */
export const done = z.object({ type: z.literal("done"), id: requestId, cursor, rev: z.number() });
export type Done = z.infer<typeof done>;
