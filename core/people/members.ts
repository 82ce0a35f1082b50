import * as v from "valibot";
import { role } from "../protocol/welcome";

/** The value of `$members`: who belongs to the workspace, by name. Members may read it. */
export const members = v.array(v.object({ id: v.string(), name: v.string(), role }));
export type Members = v.InferOutput<typeof members>;
