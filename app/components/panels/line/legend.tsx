import { measure } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import type { NamedKey } from "./line-series";
import { seriesColor } from "./series";

/** The lines by colour and name, with their last values. */
export function Legend({ keys }: { keys: readonly NamedKey[] }) {
  const { locale } = useReader();
  return (
    <ul className="plot mt-1 flex h-5 shrink-0 items-end gap-4 overflow-hidden text-12 whitespace-nowrap text-muted">
      {keys.map(({ live, name }, i) => {
        const { text, unit } = measure(live.value, live.meta.unit, locale);
        return (
          <li key={live.key} className="flex min-w-0 items-center gap-1.5">
            <i aria-hidden="true" className="h-0.5 w-2.5 shrink-0 rounded-4" style={{ background: seriesColor(i) }} />
            <span title={live.key} className="truncate">
              {name}
            </span>
            <b className="font-medium text-strong group-data-old/panel:font-regular group-data-old/panel:text-faint">
              {text}
            </b>
            {unit}
          </li>
        );
      })}
    </ul>
  );
}
