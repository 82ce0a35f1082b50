import { useId } from "react";
import type { Panel } from "../../../core/boards/document";
import { PanelSection } from "./panel-shell";
import { RowsSkeleton } from "./table/rows-skeleton";

/** A panel whose own code is still on its way, in its final size. */
export function PanelPlaceholder({ panel }: { panel: Panel }) {
  const heading = useId();
  return (
    <PanelSection panel={panel} state="loading" heading={heading}>
      <header className="flex h-(--panel-head) shrink-0 items-center px-3">
        <h2 id={heading} className="truncate font-medium text-body">
          {panel.title}
        </h2>
      </header>
      <RowsSkeleton rows={panel.place.h - 2} />
    </PanelSection>
  );
}
