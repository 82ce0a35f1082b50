import * as z from "zod/mini";
import { ack } from "./ack";
import { append } from "./append";
import { presence } from "./presence";
import { resync } from "./resync";
import { set } from "./set";
import { subscribe } from "./subscribe";
import { unsubscribe } from "./unsubscribe";

/** Every frame a client may send. */
export const up = z.discriminatedUnion("type", [subscribe, unsubscribe, resync, set, append, presence, ack]);
export type Up = z.infer<typeof up>;
