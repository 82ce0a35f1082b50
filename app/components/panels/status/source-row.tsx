import { isEmptyYet } from "../../../../core/freshness/is-empty-yet";
import { formatAge } from "../../format/age";
import { dueWords } from "../../format/due-words";
import { StateMark } from "../../ui/state-mark";
import { SyntheticMark } from "../../ui/synthetic-mark";
import { AgeTime } from "../age-time";
import { type SourceFreshness, useFreshness } from "../use-freshness";

/** One source of the status panel, ticking by itself. */
export function SourceRow({ slug }: { slug: string }) {
  const { sources, now } = useFreshness([slug]);
  const [one] = sources;
  if (!one) return null;
  const reason = one.source?.state === "failing" ? one.source.failure.message : null;
  return (
    <tbody className="border-b border-line last:border-b-0">
      <tr
        className="whitespace-nowrap [&>*]:h-7.5 [&>*]:px-2 phone:[&>*]:h-10"
        data-source={slug}
        data-state={one.freshness}
      >
        <td className="pl-3!">
          {isEmptyYet(one.source, one.freshness) ? (
            <StateMark state="waiting" label="Empty" />
          ) : (
            <StateMark state={one.freshness} />
          )}
        </td>
        <th scope="row" className="w-full max-w-0 truncate text-left font-regular text-body" title={slug}>
          {one.source?.name ?? slug} {one.source?.synthetic ? <SyntheticMark /> : null}
        </th>
        <td className="text-right text-strong @max-[340px]:pr-3!">
          <LastGood of={one} now={now} />
        </td>
        <td className="pr-3! text-right text-muted @max-[340px]:hidden">
          {one.dueAt === null ? "-" : <AgeTime at={one.dueAt}>{dueWords(one.source, one.dueAt, now)}</AgeTime>}
        </td>
      </tr>
      {reason === null ? null : (
        <tr>
          <td colSpan={4} className="px-3 pb-2">
            <p className="rounded-6 bg-failing-soft px-3 py-1.5 text-12 text-body wrap-anywhere">{reason}</p>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function LastGood({ of: { source, checkedAt }, now }: { of: SourceFreshness; now: number }) {
  const at = source?.state === "failing" ? source.lastGood : checkedAt;
  if (at === null) return "-";
  const age = formatAge(now - at);
  return <AgeTime at={at}>{age === "now" ? age : `${age} ago`}</AgeTime>;
}
