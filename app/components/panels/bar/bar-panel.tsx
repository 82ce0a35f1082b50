import type { BarPanel as BarDefinition } from "../../../../core/boards/document";
import { KeyBars } from "./key-bars";
import { StackedKeys } from "./stacked-keys";
import { TimeBars } from "./time-bars";

/** Bars: one for each key as it is now, one of all of them on one another, or for each stretch of time what its keys came to on average. */
export default function BarPanel({ panel }: { panel: BarDefinition }) {
  if (panel.over === "time") return <TimeBars panel={panel} />;
  return panel.stacked ? <StackedKeys panel={panel} /> : <KeyBars panel={panel} />;
}
