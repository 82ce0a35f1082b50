import * as z from "zod/mini";
import { role } from "../protocol/welcome";

/** The value of `$members`: who belongs to the workspace, by name. Members may read it. */
export const members = z.array(z.object({ id: z.string(), name: z.string(), role }));
export type Members = z.infer<typeof members>;
