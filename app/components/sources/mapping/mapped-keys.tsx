import { SampledKeys } from "../sampled-keys";
import type { Evaluated } from "./evaluate";

/** What the rules as they are typed make of the sampled answer, and why they make nothing. */
export function MappedKeys({ mapped: { readings, problem }, slug }: { mapped: Evaluated; slug: string }) {
  if (problem !== undefined) return <p className="border-t border-line px-4 py-3 text-failing-text">{problem}</p>;
  return <SampledKeys slug={slug} readings={readings} total={readings.length} />;
}
