import { memo } from "react";
import { Link } from "react-router";
import type { FoundKey } from "../../../core/keys/found-keys";
import { sourceOf } from "../../../core/keys/name";
import { preview } from "../../../core/keys/preview";
import { useLiveKey } from "../../live/use-live-key";
import { useNow } from "../../live/use-now";
import { usePoints } from "../../live/use-points";
import { formatAge } from "../format/age";
import { measure } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { ChangedText } from "../panels/changed-text";
import { Spark } from "../panels/spark";
import { useFreshness } from "../panels/use-freshness";
import { StateMark } from "../ui/state-mark";
import { FollowStar } from "./follow-star";

/** Pixels of a row: all the same, so that where a row stands is known before it is drawn. */
export const ROW = 34;

interface KeyLineProps {
  found: FoundKey;
  /** The row's number in the whole list, from 1. */
  number: number;
  /** What its source is called. */
  source: string;
  /** Milliseconds of past in the spark. */
  range: number;
  isFollowed: boolean;
  /** The pattern that it is followed by, where it is not by itself. */
  by: string | undefined;
  toggle: (pattern: string) => void;
}

/** One key of a list: as it was found, and live once it is subscribed. */
export const KeyLine = memo(function KeyLine({ found, number, source, range, isFollowed, by, toggle }: KeyLineProps) {
  const { locale } = useReader();
  const live = useLiveKey(found.key);
  const value = live ? preview(live.value, live.meta.kind) : found.value;
  const { text, unit } = measure(value, live?.meta.unit ?? found.unit ?? undefined, locale);
  const { state } = useFreshness([sourceOf(found.key)]);
  const isOld = state === "stale" || state === "failing";
  return (
    <tr
      aria-rowindex={number + 1}
      data-old={isOld || undefined}
      className="group/panel h-[34px] hover:bg-hover [&>*]:border-b [&>*]:border-line [&>*]:px-2"
    >
      <td className="pr-0! pl-2!">
        <FollowStar pattern={found.key} isFollowed={isFollowed} by={by} toggle={toggle} />
      </td>
      <th scope="row" className="truncate text-left font-regular">
        <KeyName name={found.key} label={found.label} />
      </th>
      <td className="truncate text-right text-strong group-data-old/panel:text-faint" title={`${text} ${unit}`}>
        <ChangedText text={text} />
        {unit === "" ? null : <span className="ml-1.5 text-muted">{unit}</span>}
      </td>
      <td className="@max-[560px]:hidden">
        {found.kind === "series" ? <LineSpark name={found.key} range={range} /> : null}
      </td>
      <td className="text-muted @max-[860px]:hidden">{found.kind}</td>
      <td className="truncate text-muted @max-[720px]:hidden" title={source}>
        {source}
      </td>
      <td className="pr-3! text-right text-12 whitespace-nowrap text-faint @max-[440px]:hidden">
        {state === "fresh" ? <Age at={live?.at ?? found.at} /> : <StateMark state={state} />}
      </td>
    </tr>
  );
});

function KeyName({ name, label }: { name: string; label: string | null }) {
  const source = sourceOf(name);
  return (
    <Link to={name} data-key={name} title={label ?? name} className="scroll-mt-9 rounded-4 hover:underline">
      <code>
        <span className="text-muted">{source}</span>
        <span className="text-strong">{name.slice(source.length)}</span>
      </code>
    </Link>
  );
}

function LineSpark({ name, range }: { name: string; range: number }) {
  return <Spark points={usePoints(name)} range={range} height={20} />;
}

function Age({ at }: { at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{formatAge(Math.max(0, useNow() - at))}</time>;
}
