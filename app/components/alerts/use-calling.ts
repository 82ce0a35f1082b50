import { use } from "react";
import { FiringContext } from "./firing-context";

/** How many alerts call for somebody, which nobody has taken on and which are not silenced; how grave, and in words. */
export function useCalling() {
  const calling = use(FiringContext).filter(({ acknowledged, silenced }) => !acknowledged && !silenced);
  const count = calling.length;
  const tone = calling[0]?.severity ?? "warning";
  return { count, tone, words: count === 0 ? "" : `, ${count} firing, ${tone}` };
}
