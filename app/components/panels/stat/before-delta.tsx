import { formatSpan } from "../../format/age";
import type { ShownSeries } from "../values/shown-value";
import { Moved } from "./moved";
import type { StatDeltaProps } from "./stat-delta";

interface BeforeDeltaProps extends StatDeltaProps {
  /** The same value in the stretch of time before, at the times of this one. */
  before: ShownSeries;
}

/** How far the value is from what it was at the same time in the stretch before. */
export function BeforeDelta({ shown: { value, at }, unit, range, before: { points } }: BeforeDeltaProps) {
  const then = points.findLast(([time, one]) => time <= at && one !== null)?.[1] ?? null;
  if (typeof value !== "number" || then === null) return "Not known before";
  const span = formatSpan(range);
  return (
    <Moved from={then} to={value} unit={unit} steady={`As ${span} before`}>
      on {span} before
    </Moved>
  );
}
