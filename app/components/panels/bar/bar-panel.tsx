import type { BarPanel as BarDefinition } from "../../../../core/boards/document";
import { KeyBars } from "./key-bars";
import { TimeBars } from "./time-bars";

/** Bars: one for each key as it is now, or for each stretch of time what its keys came to on average. */
export default function BarPanel({ panel }: { panel: BarDefinition }) {
  return panel.over === "time" ? <TimeBars panel={panel} /> : <KeyBars panel={panel} />;
}
