import { Check } from "lucide";
import { type SyntheticEvent, useState } from "react";
import { boundsOf, liveRange, rangeBetween } from "../../../core/range/time-range";
import { useNow } from "../../live/use-now";
import { useReader } from "../format/reader-provider";
import { wallText, wallTime } from "../format/wall-time";
import { Button } from "../ui/button";
import { Field } from "../ui/field";
import { Icon } from "../ui/icon";
import { useBoardRange } from "./range-context";
import { spanWords } from "./range-words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const presets = [5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY];

/** Lengths that end now, two times of one's own, and whether the stretch before is shown, too. */
export function RangeChoice({ close }: { close: () => void }) {
  const { range, compares, show, compare } = useBoardRange();
  // The address follows a moment later than the press.
  const [isCompared, setIsCompared] = useState(compares);
  return (
    <div className="grid grid-cols-[auto_1fr] phone:grid-cols-1">
      <ul
        aria-label="Up to now"
        className="border-r border-line p-1 phone:grid phone:grid-cols-2 phone:border-r-0 phone:border-b"
      >
        {presets.map((span) => {
          const isShown = range.kind === "live" && range.span === span;
          return (
            <li key={span}>
              <button
                type="button"
                aria-pressed={isShown}
                onClick={() => {
                  show(liveRange(span));
                  close();
                }}
                className="flex h-8 w-full items-center gap-2 rounded-6 pr-4 pl-2 text-left whitespace-nowrap hover:bg-hover aria-pressed:font-medium aria-pressed:text-strong phone:h-(--thumb)"
              >
                <Icon of={Check} className={`size-3.5 ${isShown ? "" : "invisible"}`} />
                Last {spanWords(span)}
              </button>
            </li>
          );
        })}
      </ul>
      <div className="grid content-start gap-3 p-3">
        <OwnTimes close={close} />
        <label className="flex items-center gap-2 phone:min-h-(--thumb)">
          <input
            type="checkbox"
            checked={isCompared}
            onChange={({ target }) => {
              setIsCompared(target.checked);
              compare(target.checked);
            }}
            className="size-4"
          />
          Compare with the period before
        </label>
      </div>
    </div>
  );
}

/** From when to when, as clocks of the chosen zone say it. */
function OwnTimes({ close }: { close: () => void }) {
  const { range, show } = useBoardRange();
  const { timeZone } = useReader();
  const now = useNow();
  const [wrong, setWrong] = useState<string | null>(null);
  const { from, to } = boundsOf(range, now);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [first, last] = ["from", "to"].map((name) => {
      const text = form.get(name);
      return typeof text === "string" ? wallTime(text, timeZone) : null;
    });
    if (typeof first !== "number" || typeof last !== "number") return setWrong("Give both times.");
    if (first >= last) return setWrong("This is not after the time it begins at.");
    if (first >= now) return setWrong("This begins in the future.");
    show(rangeBetween(first, last, now));
    return close();
  };
  return (
    // In another zone, or after another range was chosen, the fields say other times.
    <form
      key={`${timeZone} ${range.kind === "past" ? `${from} ${to}` : range.span}`}
      onSubmit={submit}
      className="grid gap-2"
    >
      <Field label="From" name="from" type="datetime-local" step={1} required defaultValue={wallText(from, timeZone)} />
      <Field
        label="To"
        name="to"
        type="datetime-local"
        step={1}
        required
        defaultValue={wallText(to, timeZone)}
        error={wrong}
      />
      <Button type="submit">Show these times</Button>
    </form>
  );
}
