import { memo } from "react";
import { measure, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { Glyph } from "../../ui/glyph";
import { StateMark } from "../../ui/state-mark";
import { useFreshness } from "../use-freshness";
import type { GridCell } from "./cells";

interface CellProps {
  cell: GridCell;
  /** Then each cell says for itself when its source is not fresh. */
  severalSources: boolean;
}

const edges = ["border-line", "border-late", "border-failing"] as const;

/** One key of a status grid; rendered anew only when this key has. */
export const Cell = memo(
  function Cell({ cell, severalSources }: CellProps) {
    const { locale } = useReader();
    const text = written(measure(cell.value, cell.unit, locale, cell.decimals));
    return (
      <li
        data-key={cell.id}
        className={`grid h-12 min-w-0 content-center gap-0.5 rounded-4 border px-2 ${edges[cell.grade]}`}
      >
        <span title={`${cell.name} (${cell.id})`} className="truncate text-12 text-muted">
          {cell.name}
        </span>
        <span className="flex min-w-0 items-center gap-1.5 text-12 text-strong group-data-old/panel:text-faint">
          <State cell={cell} />
          {cell.check && !cell.past ? null : (
            <span title={text} className={`truncate ${cell.past ? "ml-auto" : ""}`}>
              {text}
            </span>
          )}
          {severalSources && cell.slugs[0] !== undefined ? <OldMark slug={cell.slugs[0]} /> : null}
        </span>
      </li>
    );
  },
  (a, b) =>
    a.severalSources === b.severalSources &&
    a.cell.value === b.cell.value &&
    a.cell.name === b.cell.name &&
    a.cell.past === b.cell.past &&
    a.cell.unit === b.cell.unit &&
    a.cell.decimals === b.cell.decimals,
);

const tones = ["text-body", "font-medium text-late-text", "font-medium text-failing-text"] as const;

/** Its shape and its word, where there is something to say. */
function State({ cell: { past, check, grade } }: { cell: GridCell }) {
  const glyph = past?.level ?? check?.glyph;
  if (!glyph) return null;
  const word = past ? (past.name ?? (past.level === "critical" ? "Critical" : "Warning")) : check?.word;
  return (
    <span className={`inline-flex min-w-0 items-center gap-1.5 ${tones[grade]}`}>
      <Glyph name={glyph} />
      <span title={word} className="truncate">
        {word}
      </span>
    </span>
  );
}

function OldMark({ slug }: { slug: string }) {
  const { state } = useFreshness([slug]);
  return state === "fresh" ? null : <StateMark state={state} />;
}
