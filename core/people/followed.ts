import * as z from "zod/mini";
import { pattern } from "../protocol/parts";

/** The value of `$followed.<user id>`: keys and patterns that a person follows. That person alone reads and sets it. */
export const followed = z.array(pattern).check(z.maxLength(100, "At most 100 keys and patterns."));
