import * as z from "zod/mini";

/** A setting that is JSON text, such as `example`; what it holds is for the next schema to say. */
export function jsonSetting(example: string) {
  return z.pipe(
    z.string(),
    z.transform((text: string, { issues }): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        issues.push({ code: "custom", message: `Write JSON, such as ${example}.`, input: undefined });
        return z.NEVER;
      }
    }),
  );
}
