import * as v from "valibot";
import { whole } from "../schema/whole";

/**
 * The value of `$boards.<board id>`: a board of the workspace, and the version that was saved last: pages that show an
 * older one ask for it. The keys tell which boards there are.
 */
export const board = v.object({ slug: v.string(), title: v.string(), version: whole() });
