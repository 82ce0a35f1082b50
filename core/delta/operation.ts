import * as v from "valibot";
import { json } from "../protocol/parts";

const path = v.string();

/** The part of RFC 6902 that the wire uses. An index past the last element is written `/-`. */
export const operation = v.variant("op", [
  v.object({ op: v.literal("add"), path, value: json }),
  v.object({ op: v.literal("remove"), path }),
  v.object({ op: v.literal("replace"), path, value: json }),
  v.object({ op: v.literal("move"), from: path, path }),
]);
export type Operation = v.InferOutput<typeof operation>;
export type Patch = readonly Operation[];
