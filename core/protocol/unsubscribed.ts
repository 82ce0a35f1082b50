import * as z from "zod/mini";
import { requestId } from "./parts";

export const unsubscribed = z.object({ type: z.literal("unsubscribed"), id: requestId });
