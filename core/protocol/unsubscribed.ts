import * as v from "valibot";
import { requestId } from "./parts";

export const unsubscribed = v.object({ type: v.literal("unsubscribed"), id: requestId });
