import * as z from "zod/mini";
import { json } from "../protocol/parts";

const path = z.string();

/** The part of RFC 6902 that the wire uses. An index past the last element is written `/-`. */
export const operation = z.discriminatedUnion("op", [
  z.object({ op: z.literal("add"), path, value: json }),
  z.object({ op: z.literal("remove"), path }),
  z.object({ op: z.literal("replace"), path, value: json }),
  z.object({ op: z.literal("move"), from: path, path }),
]);
export type Operation = z.infer<typeof operation>;
export type Patch = readonly Operation[];
