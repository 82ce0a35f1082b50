import * as z from "zod/mini";
import { resync } from "./resync";
import { subscribe } from "./subscribe";
import { unsubscribe } from "./unsubscribe";

/** Every frame a client may send. */
export const up = z.discriminatedUnion("type", [subscribe, unsubscribe, resync]);
export type Up = z.infer<typeof up>;
