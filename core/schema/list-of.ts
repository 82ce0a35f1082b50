import * as v from "valibot";

/**
 * A list of so many at most, which is said before anything of its items: a short text holds a hundred thousand wrong
 * ones, and the library keeps an issue of each.
 */
export function listOf<const Item extends v.GenericSchema>(item: Item, most: number, message?: string, wrong?: string) {
  return v.pipe(v.array(v.unknown(), wrong), v.maxLength(most, message), v.array(item));
}
