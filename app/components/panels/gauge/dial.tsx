import type { GaugePanel } from "../../../../core/boards/document";
import { limitOf, type Threshold } from "../../../../core/boards/threshold";
import { measureAt, measureLimit, written } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { type Scale, scaleOf } from "../../format/scale";
import { arcPath, CENTRE, onArc, RADIUS, shareOf } from "./dial-arc";

interface DialProps {
  panel: GaugePanel;
  value: number | null;
  unit: string | undefined;
  isLoading?: boolean;
}

/** The longest figure that fits under the arc at full size, in characters. */
const FITS = 6;

/** The arc, its ends, the thresholds across it, and the number in it. A meter to assistive technology. */
export function Dial({ panel, value, unit, isLoading = false }: DialProps) {
  const { locale } = useReader();
  const { min, max, decimals, thresholds = [] } = panel;
  const scale = scaleOf(unit, Math.max(Math.abs(min), Math.abs(max), Math.abs(value ?? 0)), decimals);
  const shown = value === null ? { text: "-", unit: "" } : measureAt(value, scale, locale);
  const end = value === null ? 0 : shareOf(value, min, max);
  const start = shareOf(0, min, max);
  return (
    <div
      role="meter"
      aria-label={panel.title}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value === null ? min : Math.min(max, Math.max(min, value))}
      aria-valuetext={value === null ? "No value" : written(shown)}
      className="plot flex min-h-0 flex-1 justify-center"
    >
      <svg viewBox="0 8 208 98" aria-hidden="true" className="size-full overflow-visible">
        <path d={arcPath(0, 1)} fill="none" stroke="var(--plot-grid)" strokeWidth="9" />
        <path d={value === null ? "" : arcPath(start, end)} fill="none" stroke="var(--c1)" strokeWidth="9" />
        {isLoading ? null : (
          <>
            {thresholds.map((one) => (
              <Limit key={JSON.stringify(one)} threshold={one} panel={panel} scale={scale} />
            ))}
            <End x={CENTRE.x - RADIUS} text={measureLimit(min, scale, locale).text} />
            <End x={CENTRE.x + RADIUS} text={measureLimit(max, scale, locale).text} />
            <text
              x={CENTRE.x}
              y={CENTRE.y - 2}
              textAnchor="middle"
              fontSize={32 * Math.min(1, FITS / (shown.text.length + shown.unit.length / 2))}
              className="fill-strong font-medium group-data-old/panel:fill-old group-data-old/panel:font-regular"
            >
              {shown.text}
              <tspan dx="4" fontSize="0.45em" className="fill-muted font-regular">
                {shown.unit}
              </tspan>
            </text>
          </>
        )}
      </svg>
    </div>
  );
}

function End({ x, text }: { x: number; text: string }) {
  return (
    <text x={x} y={CENTRE.y + 14} textAnchor="middle" fontSize="12" className="fill-faint">
      {text}
    </text>
  );
}

/** A stroke across the arc where a threshold begins, with its number outside. */
function Limit({ threshold, panel, scale }: { threshold: Threshold; panel: GaugePanel; scale: Scale }) {
  const { locale } = useReader();
  const limit = limitOf(threshold);
  if (limit < panel.min || limit > panel.max) return null;
  const share = shareOf(limit, panel.min, panel.max);
  const [inner, outer, label] = [onArc(share, RADIUS - 8), onArc(share, RADIUS + 8), onArc(share, RADIUS + 13)];
  const isCritical = threshold.level === "critical";
  return (
    <g className={isCritical ? "text-failing" : "text-late"}>
      <path
        d={`M${inner.x} ${inner.y}L${outer.x} ${outer.y}`}
        stroke="currentColor"
        strokeWidth={isCritical ? 3 : 1.5}
      />
      <text
        x={label.x}
        y={label.y + 3}
        textAnchor={share < 0.4 ? "end" : share > 0.6 ? "start" : "middle"}
        fontSize="12"
        className="fill-muted"
      >
        {measureLimit(limit, scale, locale).text}
      </text>
    </g>
  );
}
