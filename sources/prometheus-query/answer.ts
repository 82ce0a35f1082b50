import * as z from "zod/mini";

/** Seconds since 1970 and a number as text: NaN and the infinities have no other way in JSON. The bounds are a Date's. */
const sample = z.tuple([z.number().check(z.minimum(-8.64e12), z.maximum(8.64e12)), z.string()]);
const metric = z.record(z.string(), z.string());

/** What the HTTP API answers (https://prometheus.io/docs/prometheus/latest/querying/api/), as far as it is read here. */
export const answer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("error"), error: z.string() }),
  z.object({
    status: z.literal("success"),
    warnings: z.optional(z.array(z.string())),
    data: z.discriminatedUnion("resultType", [
      // A native histogram has `histogram` in the place of `value`.
      z.object({ resultType: z.literal("vector"), result: z.array(z.object({ metric, value: z.optional(sample) })) }),
      z.object({
        resultType: z.literal("matrix"),
        result: z.array(z.object({ metric, values: z.optional(z.array(sample)) })),
      }),
      z.object({ resultType: z.literal("scalar"), result: sample }),
      z.object({ resultType: z.literal("string"), result: sample }),
    ]),
  }),
]);
export type Answer = z.infer<typeof answer>;
export type Data = Extract<Answer, { status: "success" }>["data"];
