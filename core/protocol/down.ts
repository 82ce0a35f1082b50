import * as z from "zod/mini";
import { beat } from "./beat";
import { bye } from "./bye";
import { dataUpdate } from "./data-update";
import { done } from "./done";
import { errorFrame } from "./error";
import { snapshot } from "./snapshot";
import { unsubscribed } from "./unsubscribed";
import { welcome } from "./welcome";

/** Every frame a server may send. */
export const down = z.discriminatedUnion("type", [
  welcome,
  snapshot,
  dataUpdate,
  beat,
  unsubscribed,
  done,
  errorFrame,
  bye,
]);
/** As they are read. */
export type Down = z.infer<typeof down>;
/** As they are sent: see data_update. */
export type DownFrame = z.input<typeof down>;
