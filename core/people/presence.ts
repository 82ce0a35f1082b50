import * as z from "zod/mini";
import { time } from "../protocol/parts";

/** Where a person is on a board: at one of its panels, perhaps changing it. One place for each page that is open. */
const place = z.object({ panel: z.exactOptional(z.string()), editing: z.exactOptional(z.literal(true)) });

/** The value of `$presence.<board id>`: who has the board open, in the order in which they came. */
export const presence = z.array(z.object({ id: z.string(), name: z.string(), since: time, places: z.array(place) }));
