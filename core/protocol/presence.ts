import * as v from "valibot";
import { requestId } from "./parts";

/** Pages that one connection may say the place of: the tabs of a browser share one. */
export const MAX_PLACES = 16;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Where a page is: on a board, perhaps at one of its panels, perhaps changing it. */
const place = v.object({
  board: id,
  panel: v.exactOptional(id),
  editing: v.exactOptional(v.literal(true)),
});
export type Place = v.InferOutput<typeof place>;

/**
 * Where the pages of this connection are: all of them, each time. It holds until the next one, or until the connection
 * is gone. Answered by `error` only.
 */
export const presence = v.object({
  type: v.literal("presence"),
  id: requestId,
  places: v.pipe(v.array(place), v.maxLength(MAX_PLACES)),
});
export type PresenceFrame = v.InferOutput<typeof presence>;
