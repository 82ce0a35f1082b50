import * as v from "valibot";

/** A whole number that a double holds exactly. */
export const whole = (message?: string) => v.pipe(v.number(message), v.safeInteger(message));
