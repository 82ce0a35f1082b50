import * as v from "valibot";
import { beat } from "./beat";
import { bye } from "./bye";
import { dataUpdate } from "./data-update";
import { done } from "./done";
import { errorFrame } from "./error";
import { snapshot } from "./snapshot";
import { unsubscribed } from "./unsubscribed";
import { welcome } from "./welcome";

/** Every frame a server may send. */
export const down = v.variant("type", [welcome, snapshot, dataUpdate, beat, unsubscribed, done, errorFrame, bye]);
/** As they are read. */
export type Down = v.InferOutput<typeof down>;
/** As they are sent: see data_update. */
export type DownFrame = v.InferInput<typeof down>;
