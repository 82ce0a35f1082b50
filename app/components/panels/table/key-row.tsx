import { memo, type ReactNode } from "react";
import { sourceOf } from "../../../../core/keys/name";
import type { LiveValue } from "../../../live/live-value";
import { useNow } from "../../../live/use-now";
import { usePoints } from "../../../live/use-points";
import { formatAge } from "../../format/age";
import { measure } from "../../format/measure";
import { useReader } from "../../format/reader-provider";
import { StateMark } from "../../ui/state-mark";
import { ChangedText } from "../changed-text";
import { Spark } from "../spark";
import { useFreshness } from "../use-freshness";

interface KeyRowProps {
  live: LiveValue;
  range: number;
  /** Then each row says for itself when its source is not fresh. */
  severalSources: boolean;
  /** What can be done with it, in a cell of its own. */
  action?: ReactNode;
}

/** One key; rendered anew only when this key has. */
export const KeyRow = memo(function KeyRow({ live, range, severalSources, action }: KeyRowProps) {
  const { locale } = useReader();
  const { text, unit } = measure(live.value, live.meta.unit, locale);
  return (
    <tr className="[&>*]:h-7.5 [&>*]:border-b [&>*]:border-line [&>*]:px-2 last:[&>*]:border-b-0 phone:[&>*]:h-10">
      <th scope="row" className="w-full max-w-0 truncate pl-3! text-left font-regular text-body" title={live.key}>
        {live.meta.label ?? live.key}
      </th>
      <td className="@max-[340px]:hidden">
        {live.meta.kind === "series" ? <RowSpark live={live} range={range} /> : null}
      </td>
      <td className="max-w-60 truncate text-right whitespace-nowrap text-strong group-data-old/panel:text-faint @max-[440px]:pr-3!">
        <span className="inline-block min-w-20">
          <ChangedText text={text} />
          <span className="ml-1.5 text-muted group-data-old/panel:text-faint">{unit}</span>
        </span>
      </td>
      <td className="pr-3! text-right text-12 whitespace-nowrap text-faint @max-[440px]:hidden">
        {severalSources ? <RowState live={live} /> : <ChangedAge at={live.at} />}
      </td>
      {action ? <td className="w-0">{action}</td> : null}
    </tr>
  );
});

function RowSpark({ live, range }: { live: LiveValue; range: number }) {
  return (
    <div className="w-20">
      <Spark points={usePoints(live.key)} range={range} height={20} />
    </div>
  );
}

function RowState({ live }: { live: LiveValue }) {
  const { state } = useFreshness([sourceOf(live.key)]);
  return state === "fresh" ? <ChangedAge at={live.at} /> : <StateMark state={state} />;
}

function ChangedAge({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{formatAge(useNow() - at)}</time>;
}
