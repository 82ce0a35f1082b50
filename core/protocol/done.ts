import * as v from "valibot";
import { finite } from "../schema/finite";
import { cursor, requestId } from "./parts";

/** A `set` or `append` is durable: the commit it is in, and the key's rev with it. Sent again for a repeated write. */
export const done = v.object({ type: v.literal("done"), id: requestId, cursor, rev: finite() });
export type Done = v.InferOutput<typeof done>;
