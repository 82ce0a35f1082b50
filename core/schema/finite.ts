import * as v from "valibot";

/** A number that JSON has: JSON.parse reads 1e999 as Infinity, which nothing here can draw, compare or write back. */
export const finite = (message?: string) => v.pipe(v.number(message), v.finite(message));
