import * as z from "zod/mini";

/**
 * The value of `$boards.<board id>`: a board of the workspace, and the version that was saved last: pages that show an
 * older one ask for it. The keys tell which boards there are.
 */
export const board = z.object({ slug: z.string(), title: z.string(), version: z.int() });
