import * as v from "valibot";
import { ack } from "./ack";
import { append } from "./append";
import { presence } from "./presence";
import { resync } from "./resync";
import { set } from "./set";
import { subscribe } from "./subscribe";
import { unsubscribe } from "./unsubscribe";

/** Every frame a client may send. */
export const up = v.variant("type", [subscribe, unsubscribe, resync, set, append, presence, ack]);
export type Up = v.InferOutput<typeof up>;
