import * as v from "valibot";

/** A setting that is JSON text, such as `example`; what it holds is for the next schema to say. */
export function jsonSetting(example: string) {
  return v.pipe(v.string(), v.parseJson(undefined, `Write JSON, such as ${example}.`));
}
