import * as v from "valibot";
import { pattern } from "../protocol/parts";

/** The value of `$followed.<user id>`: keys and patterns that a person follows. That person alone reads and sets it. */
export const followed = v.pipe(v.array(pattern), v.maxLength(100, "At most 100 keys and patterns."));
