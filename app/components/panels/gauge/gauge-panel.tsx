import { useMemo } from "react";
import type { GaugePanel as GaugeDefinition } from "../../../../core/boards/document";
import { worstPast } from "../../../../core/boards/threshold";
import { ThresholdMark } from "../threshold-mark";
import { useValues } from "../values/use-values";
import { ValuesShell } from "../values-shell";
import { Dial } from "./dial";

/** One number on an arc between two ends. */
export default function GaugePanel({ panel }: { panel: GaugeDefinition }) {
  const entries = useMemo(() => [{ key: panel.key, name: panel.title }], [panel]);
  const shown = useValues(entries);
  const [first] = shown.values;
  const value = typeof first?.value === "number" ? first.value : null;
  const past = value === null ? undefined : worstPast(panel.thresholds, value);
  const unit = panel.unit ?? first?.unit;
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={[panel.key]}
      needsNumbers="A gauge"
      threshold={past?.level}
      skeleton={<DialSkeleton panel={panel} />}
    >
      <Dial panel={panel} value={value} unit={unit} />
      <p className="flex h-5 shrink-0 items-center justify-center text-12 text-muted group-data-[state=failing]/panel:hidden">
        {past ? <ThresholdMark threshold={past} unit={unit} /> : offScale(panel, value)}
      </p>
    </ValuesShell>
  );
}

/** That the needle stands at an end although the number is not there. */
function offScale({ min, max }: GaugeDefinition, value: number | null): string {
  if (value === null) return "No value";
  if (value > max) return "Above the scale";
  return value < min ? "Below the scale" : "";
}

function DialSkeleton({ panel }: { panel: GaugeDefinition }) {
  return (
    <>
      <Dial panel={panel} value={null} unit={undefined} isLoading />
      <span className="h-5 shrink-0" />
    </>
  );
}
