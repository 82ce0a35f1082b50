import * as z from "zod/mini";
import { requestId } from "./parts";

/** Pages that one connection may say the place of: the tabs of a browser share one. */
export const MAX_PLACES = 16;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Where a page is: on a board, perhaps at one of its panels, perhaps changing it. */
const place = z.object({
  board: id,
  panel: z.exactOptional(id),
  editing: z.exactOptional(z.literal(true)),
});
export type Place = z.infer<typeof place>;

/**
 * Where the pages of this connection are: all of them, each time. It holds until the next one, or until the connection
 * is gone. Answered by `error` only.
 */
export const presence = z.object({
  type: z.literal("presence"),
  id: requestId,
  places: z.array(place).check(z.maxLength(MAX_PLACES)),
});
export type PresenceFrame = z.infer<typeof presence>;
