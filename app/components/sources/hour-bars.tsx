const HOURS = 24;
const WIDTH = 3;
const PITCH = 4;
const HEIGHT = 16;

interface Props {
  /** Hours since 1970 that anything is known of. */
  readonly hours: readonly { readonly hour: number; readonly good: number; readonly failed: number }[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A day in 24 bars, the last one is this hour: tall where refreshes failed, by their share; a dot where none did. */
export function HourBars({ hours, now }: Props) {
  const last = Math.floor(now / 3_600_000);
  return (
    <svg
      viewBox={`0 0 ${HOURS * PITCH} ${HEIGHT}`}
      width={HOURS * PITCH}
      height={HEIGHT}
      aria-hidden="true"
      className="shrink-0"
    >
      {Array.from({ length: HOURS }, (_, i) => {
        const of = hours.find(({ hour }) => hour === last - (HOURS - 1 - i));
        const share = of && of.failed > 0 ? of.failed / (of.failed + of.good) : 0;
        const height = share > 0 ? Math.max(6, share * HEIGHT) : WIDTH;
        const color = share > 0 ? "fill-failing" : of ? "fill-line-strong" : "fill-line";
        return (
          <rect
            // A bar is its place.
            key={last - i}
            x={i * PITCH}
            y={HEIGHT - height}
            width={WIDTH}
            height={height}
            rx="0.5"
            className={color}
          />
        );
      })}
    </svg>
  );
}
