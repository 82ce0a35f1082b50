import { use } from "react";
import { FiringContext } from "./firing-context";
import type { Firing } from "./use-firing";

/** The alerts that call for somebody, which nobody has taken on and which are not silenced; what is critical first. */
export function useCallingAlerts(): readonly Firing[] {
  return use(FiringContext).filter(({ acknowledged, silenced }) => !acknowledged && !silenced);
}
