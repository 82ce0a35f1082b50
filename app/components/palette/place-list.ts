import * as z from "zod/mini";

const named = z.object({ slug: z.string(), name: z.string() });

/** The answer of `GET /w/:workspace/places`: what there is to go to, for whoever asks. */
export const placeList = z.object({
  boards: z.array(z.extend(named, { panels: z.array(z.object({ id: z.string(), name: z.string() })) })),
  sources: z.array(named),
  alerts: z.array(z.object({ id: z.string(), name: z.string(), key: z.string() })),
  mayWrite: z.boolean(),
  mayManage: z.boolean(),
});
export type PlaceList = z.infer<typeof placeList>;
