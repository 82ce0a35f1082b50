import * as v from "valibot";

/** A value as the schema has it; undefined where it does not fit. */
export function readAs<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema> | undefined {
  // The output of what does not fit is what was read so far.
  const read = v.safeParse(schema, value, { abortEarly: true });
  return read.success ? read.output : undefined;
}
