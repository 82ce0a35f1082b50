import { spanOf } from "../../../core/range/time-range";
import { useNow } from "../../live/use-now";
import { formatSpan } from "../format/age";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { useBoardRange } from "../range/range-context";
import { Button } from "../ui/button";
import { PanelMessage } from "./panel-message";
import type { ShownValue } from "./values/shown-value";

const MINUTE = 60_000;

/** That the board's range holds no value of what a panel shows, and when the newest one was. */
export function EmptyRange({ values }: { values: readonly ShownValue[] }) {
  const { timeZone } = useReader();
  const { range, zoom, backToLive } = useBoardRange();
  const now = useNow(MINUTE);
  const title =
    range.kind === "live"
      ? `No values in the last ${formatSpan(range.span)}`
      : `No values between ${when(range.from, now, timeZone)} and ${when(range.to, now, timeZone)}`;
  const known = values.flatMap(({ value, at }) => (value === null ? [] : [at]));
  if (known.length === 0) {
    const back = range.kind === "past" ? <Button onClick={backToLive}>Show live</Button> : null;
    return (
      <PanelMessage title={title} action={back}>
        {values.map(({ name }) => name).join(", ")}
      </PanelMessage>
    );
  }
  const newest = Math.max(...known);
  const around = spanOf(range) / 2;
  const time = when(newest, now, timeZone);
  return (
    <PanelMessage
      title={title}
      action={<Button onClick={() => zoom(newest - around, newest + around)}>Show {time}</Button>}
    >
      The newest is from {time}.
    </PanelMessage>
  );
}
