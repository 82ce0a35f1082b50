import { Link } from "react-router";
import type { Episode } from "../../../core/alerts/alert-state";
import { useNow } from "../../live/use-now";
import { formatSpan } from "../format/age";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Card } from "../ui/card";
import { valueWords } from "./condition-words";
import { useNameOf } from "./done-words";
import { SeverityMark } from "./severity-mark";
import type { Alert } from "./use-alerts";

/** Episodes that are listed. */
const MOST = 50;
const A_MINUTE = 60_000;

/** What fired and has ended, the newest first. */
export function PastCard({ slug, alerts }: { slug: string; alerts: readonly Alert[] }) {
  const past = alerts
    .flatMap((alert) => alert.past.map((episode) => ({ alert, episode })))
    .sort((a, b) => b.episode.to - a.episode.to)
    .slice(0, MOST);
  return (
    <Card aria-labelledby="past-title" className="overflow-clip">
      <h2 id="past-title" className="flex min-h-11 items-center px-4 text-14 font-medium text-strong">
        Past
      </h2>
      {past.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-muted">Nothing that fired has ended yet.</p>
      ) : (
        <table className="w-full border-collapse border-t border-line phone:block">
          <thead className="phone:hidden">
            <tr className="h-8 text-left text-12 whitespace-nowrap text-faint *:font-regular">
              <th className="w-28 pl-4">Severity</th>
              <th className="w-[34%] px-2">Rule and key</th>
              <th className="px-2">Began with</th>
              <th className="px-2">From</th>
              <th className="px-2">Lasted</th>
              <th className="pr-4 pl-2">Acknowledged</th>
            </tr>
          </thead>
          <tbody className="phone:block">
            {past.map(({ alert, episode }) => (
              <PastRow key={`${alert.id} ${episode.key} ${episode.from}`} slug={slug} alert={alert} episode={episode} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function PastRow({ slug, alert, episode }: { slug: string; alert: Alert; episode: Episode }) {
  const { locale, timeZone } = useReader();
  const now = useNow(A_MINUTE);
  const nameOf = useNameOf();
  const { key, value, from, to, acknowledged } = episode;
  return (
    <tr className="border-t border-line align-top phone:grid phone:gap-1 phone:px-4 phone:py-3 phone:first:border-t-0">
      <td className="py-2.5 pl-4 phone:p-0">
        <SeverityMark severity={alert.severity} />
      </td>
      <th scope="row" className="max-w-0 px-2 py-2 text-left font-regular phone:max-w-none phone:p-0">
        <span className="grid min-w-0">
          <span className="truncate text-strong">{alert.name}</span>
          <Link
            to={`/w/${slug}/keys/${key}?from=${from - (to - from)}&to=${to + (to - from)}`}
            className="truncate font-mono text-12 text-muted hover:underline"
            title={key}
          >
            {key}
          </Link>
        </span>
      </th>
      <td className="px-2 py-2 whitespace-nowrap phone:p-0">{valueWords(value, alert.unit, locale)}</td>
      <td className="px-2 py-2 whitespace-nowrap text-muted phone:p-0">
        <time dateTime={new Date(from).toISOString()}>{when(from, now, timeZone)}</time>
        <span className="hidden phone:inline">, {formatSpan(to - from)}</span>
      </td>
      <td className="px-2 py-2 whitespace-nowrap text-muted phone:hidden">{formatSpan(to - from)}</td>
      <td className="py-2 pr-4 pl-2 text-muted phone:p-0 phone:empty:hidden">
        {acknowledged ? `by ${nameOf(acknowledged.by)}` : null}
      </td>
    </tr>
  );
}
