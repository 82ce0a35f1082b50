import * as v from "valibot";
import { time } from "../protocol/parts";

/** Where a person is on a board: at one of its panels, perhaps changing it. One place for each page that is open. */
const place = v.object({ panel: v.exactOptional(v.string()), editing: v.exactOptional(v.literal(true)) });

/** The value of `$presence.<board id>`: who has the board open, in the order in which they came. */
export const presence = v.array(v.object({ id: v.string(), name: v.string(), since: time, places: v.array(place) }));
