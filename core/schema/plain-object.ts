import * as v from "valibot";

/** What is written in braces: the library's own objects take lists, where no member has to be there. */
export function plainObject<Members extends object>(message = "Not an object.") {
  return v.custom<Members>((one) => typeof one === "object" && one !== null && !Array.isArray(one), message);
}
