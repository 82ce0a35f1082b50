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

/** The longest figure that fits under the arc at full size, and the longest number at an end of it, in characters. */
const FITS = 6;
const END_FITS = 9;
/** A character's width as a share of its height. */
const WIDE = 0.62;
/** Characters that are shown of a unit. */
const LONGEST = 9;

/** The arc, its ends, the thresholds across it, and the number in it. A meter to assistive technology. */
export function Dial({ panel, value, unit, isLoading = false }: DialProps) {
  const { locale } = useReader();
  const { min, max, decimals, thresholds = [] } = panel;
  const scale = scaleOf(unit, Math.max(Math.abs(min), Math.abs(max)), decimals);
  // What is off the dial is written in a scale of its own: by that of the ends it may be too long.
  const isOn = value !== null && value >= min && value <= max;
  const shown = measureAt(value ?? Number.NaN, isOn ? scale : scaleOf(unit, value ?? 0, decimals), locale);
  const after = shown.unit.length > LONGEST ? `${shown.unit.slice(0, LONGEST - 1)}…` : shown.unit;
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
      title={isLoading ? undefined : written(shown)}
      className="plot min-h-0 flex-1 [container-type:size]"
    >
      <div className="flex size-full items-center *:min-h-0 *:min-w-0 cramped:justify-center cramped:gap-3 @max-[150px]:flex-col @max-[150px]:gap-0">
        <svg
          viewBox="0 8 208 98"
          aria-hidden="true"
          className="size-full overflow-visible cramped:w-auto cramped:scale-130 @max-[150px]:w-full! @max-[150px]:flex-1"
        >
          <path d={arcPath(0, 1)} fill="none" stroke="var(--plot-grid)" strokeWidth="9" />
          <path d={value === null ? "" : arcPath(start, end)} fill="none" stroke="var(--c1)" strokeWidth="9" />
          {isLoading ? null : (
            <>
              {thresholds.map((one) => (
                <Limit
                  key={JSON.stringify(one)}
                  threshold={one}
                  panel={panel}
                  scale={scale}
                  isNamed={isApart(one, panel)}
                />
              ))}
              <End x={CENTRE.x - RADIUS} text={measureLimit(min, scale, locale).text} />
              <End x={CENTRE.x + RADIUS} text={measureLimit(max, scale, locale).text} />
              <Figure text={shown.text} unit={after} />
            </>
          )}
        </svg>
        {isLoading ? null : <Beside text={shown.text} unit={after} />}
      </div>
    </div>
  );
}

interface FigureProps {
  text: string;
  unit: string;
}

/** Beside an arc that is too small to have a number in it that is read, or below it where that is narrow as well. */
function Beside({ text, unit }: FigureProps) {
  const characters = text.length + (unit === "" ? 0 : 1 + unit.length / 2);
  return (
    <p
      aria-hidden="true"
      className="hidden whitespace-nowrap text-strong [--room:48cqw] group-data-old/panel:text-faint cramped:block @max-[150px]:[--room:100cqw]"
      style={{
        fontSize: `clamp(10px, min(var(--room) / ${(characters * WIDE).toFixed(2)}, 80cqh), 24px)`,
        lineHeight: 1,
      }}
    >
      <b className="font-medium group-data-old/panel:font-regular">{text}</b>
      <span className="ml-1 text-[0.5em] text-muted">{unit}</span>
    </p>
  );
}

function Figure({ text, unit }: FigureProps) {
  return (
    <text
      x={CENTRE.x}
      y={CENTRE.y - 2}
      textAnchor="middle"
      fontSize={32 * Math.min(1, FITS / (text.length + unit.length / 2))}
      className="fill-strong font-medium group-data-old/panel:fill-old group-data-old/panel:font-regular cramped:hidden"
    >
      {text}
      <tspan dx="4" fontSize="0.45em" className="fill-muted font-regular">
        {unit}
      </tspan>
    </text>
  );
}

function End({ x, text }: { x: number; text: string }) {
  return (
    <text
      x={x}
      y={CENTRE.y + 14}
      textAnchor="middle"
      fontSize={12 * Math.min(1, END_FITS / text.length)}
      className="fill-faint cramped:hidden"
    >
      {text}
    </text>
  );
}

/** Numbers of limits nearer to one another than this, as a share of the dial, would touch. */
const TOUCHING = 0.09;

/** Whether a limit's number has room: of those that would touch the gravest has, and among equals the first. */
function isApart(one: Threshold, { min, max, thresholds = [] }: GaugePanel): boolean {
  const place = (limit: Threshold) => shareOf(limitOf(limit), min, max);
  const rank = (limit: Threshold) => (limit.level === "critical" ? 0 : thresholds.length) + thresholds.indexOf(limit);
  return thresholds.every((other) => rank(other) >= rank(one) || Math.abs(place(other) - place(one)) >= TOUCHING);
}

interface LimitProps {
  threshold: Threshold;
  panel: GaugePanel;
  scale: Scale;
  /** Whether its number stands beside it. */
  isNamed: boolean;
}

/** A stroke across the arc where a threshold begins, with its number outside. */
function Limit({ threshold, panel, scale, isNamed }: LimitProps) {
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
        className="fill-muted cramped:hidden"
      >
        {isNamed ? measureLimit(limit, scale, locale).text : ""}
      </text>
    </g>
  );
}
