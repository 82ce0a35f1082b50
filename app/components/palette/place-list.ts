import * as v from "valibot";

const named = v.object({ slug: v.string(), name: v.string() });

/** The answer of `GET /w/:workspace/places`: what there is to go to, for whoever asks. */
export const placeList = v.object({
  boards: v.array(v.object({ ...named.entries, panels: v.array(v.object({ id: v.string(), name: v.string() })) })),
  sources: v.array(named),
  alerts: v.array(v.object({ id: v.string(), name: v.string(), key: v.string() })),
  mayWrite: v.boolean(),
  mayManage: v.boolean(),
});
export type PlaceList = v.InferOutput<typeof placeList>;
