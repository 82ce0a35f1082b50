import { useMemo } from "react";
import type { PiePanel as PieDefinition } from "../../../../core/boards/document";
import { PanelMessage } from "../panel-message";
import { useValues } from "../values/use-values";
import { ValuesShell } from "../values-shell";
import { Ring } from "./ring";
import { type Pie, pieOf } from "./slices";

/** Shares of a whole. */
export default function PiePanel({ panel }: { panel: PieDefinition }) {
  const shown = useValues(panel.series);
  const pie = useMemo(() => pieOf(shown.values), [shown.values]);
  return (
    <ValuesShell
      panel={panel}
      shown={shown}
      asked={panel.series.map(({ key }) => key)}
      needsNumbers="A share"
      skeleton={<PieSkeleton />}
    >
      {pie.sum > 0 ? (
        <Ring panel={panel} pie={pie} unit={panel.unit ?? shown.values[0]?.unit} />
      ) : (
        <PanelMessage title={pie.slices.length === 0 ? "Nothing to share out" : "All of these are zero"}>
          {namesOf(pie.slices)}
        </PanelMessage>
      )}
      <Left pie={pie} />
    </ValuesShell>
  );
}

/** What is not in the ring is said: a ring that leaves something out would lie about its whole. */
function Left({ pie: { left } }: { pie: Pie }) {
  const below = namesOf(left.filter(({ value }) => value !== null));
  const unknown = namesOf(left.filter(({ value }) => value === null));
  const words = [below && `Below zero, so no share: ${below}`, unknown && `No value: ${unknown}`].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <p title={words.join(". ")} className="shrink-0 truncate pt-1 text-12 text-muted">
      {words.join(". ")}
    </p>
  );
}

function namesOf(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join(", ");
}

function PieSkeleton() {
  return (
    <div className="flex min-h-0 flex-1 items-center gap-5">
      <span className="block aspect-square h-full max-h-32 rounded-full border-14 border-hover" />
      <span className="grid flex-1 gap-3">
        {[0, 1, 2].map((row) => (
          <span key={row} className="block h-3 rounded-4 bg-hover" />
        ))}
      </span>
    </div>
  );
}
