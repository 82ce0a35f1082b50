import { measureAt } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import type { Scale } from "../../format/scale";
import type { Series } from "./series";

/** The lines by colour and name, with their last values, in the scale of the axis. */
export function Legend({ series, scale }: { series: readonly Series[]; scale: Scale }) {
  const { locale } = useReader();
  return (
    <ul className="plot mt-1 flex h-5 shrink-0 items-end gap-4 overflow-hidden text-12 whitespace-nowrap text-muted">
      {series.map(({ key, name, color, points }) => {
        const last = points.at(-1)?.[1] ?? null;
        const shown = measureAt(last ?? Number.NaN, scale, locale);
        return (
          <li key={key} className="flex min-w-0 items-center gap-1.5">
            <i aria-hidden="true" className="h-0.5 w-2.5 shrink-0 rounded-4" style={{ background: color }} />
            <span title={key} className="truncate">
              {name}
            </span>
            <b className="font-medium text-strong group-data-old/panel:font-regular group-data-old/panel:text-faint">
              {shown.text}
            </b>
            {shown.unit}
          </li>
        );
      })}
    </ul>
  );
}
