import * as v from "valibot";
import { dictionary } from "../../core/schema/dictionary";
import { finite } from "../../core/schema/finite";

/** Seconds since 1970 and a number as text: NaN and the infinities have no other way in JSON. The bounds are a Date's. */
const sample = v.strictTuple([v.pipe(finite(), v.minValue(-8.64e12), v.maxValue(8.64e12)), v.string()]);
const metric = dictionary(v.string(), v.string());

/** What the HTTP API answers (https://prometheus.io/docs/prometheus/latest/querying/api/), as far as it is read here. */
export const answer = v.variant("status", [
  v.object({ status: v.literal("error"), error: v.string() }),
  v.object({
    status: v.literal("success"),
    warnings: v.optional(v.array(v.string())),
    data: v.variant("resultType", [
      // A native histogram has `histogram` in the place of `value`.
      v.object({ resultType: v.literal("vector"), result: v.array(v.object({ metric, value: v.optional(sample) })) }),
      v.object({
        resultType: v.literal("matrix"),
        result: v.array(v.object({ metric, values: v.optional(v.array(sample)) })),
      }),
      v.object({ resultType: v.literal("scalar"), result: sample }),
      v.object({ resultType: v.literal("string"), result: sample }),
    ]),
  }),
]);
export type Answer = v.InferOutput<typeof answer>;
export type Data = Extract<Answer, { status: "success" }>["data"];
