import * as z from "zod/mini";

/** The value of `$boards.<board id>`: a board of the workspace. Its keys tell which boards there are. */
export const board = z.object({ slug: z.string(), title: z.string() });
