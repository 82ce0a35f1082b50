import type { RefreshLog, RefreshRecord } from "../../../core/schedule/refresh-log";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Card } from "../ui/card";
import { StateMark } from "../ui/state-mark";

interface Props {
  /** Null where the object did not say in time. */
  readonly log: RefreshLog | null;
  readonly at: number;
}

/** The last refreshes of a source, as they were when the page was made. */
export function RefreshLogCard({ log, at }: Props) {
  return (
    <Card aria-labelledby="log-title" className="overflow-clip">
      <h2 id="log-title" className="flex min-h-11 items-center px-4 text-14 font-medium text-strong">
        Last refreshes
      </h2>
      {log && log.recent.length > 0 ? (
        // A region that scrolls must be reachable by keyboard.
        <section aria-label="Last refreshes" tabIndex={0} className="max-h-[440px] overflow-auto border-t border-line">
          <table className="w-full border-collapse">
            <thead>
              <tr className="h-8 text-left text-12 whitespace-nowrap text-faint *:font-regular">
                <th className="pr-2 pl-4">When</th>
                <th className="px-2 text-right">Took</th>
                <th className="px-2 text-right">Size</th>
                <th className="px-2 text-right">Changed</th>
                <th className="pr-4 pl-2">Outcome</th>
              </tr>
            </thead>
            <tbody>
              {log.recent.map((record) => (
                <RefreshRow key={record.at} record={record} now={at} />
              ))}
            </tbody>
          </table>
        </section>
      ) : (
        <p className="px-4 pb-4 text-muted">
          {log ? "None yet." : "The object that asks it did not answer in time. Load the page again."}
        </p>
      )}
    </Card>
  );
}

function RefreshRow({ record: { at, took, bytes, changed, failure }, now }: { record: RefreshRecord; now: number }) {
  const { timeZone } = useReader();
  return (
    <tr className="border-t border-line align-top [&>td]:py-1.5">
      <td className="pr-2 pl-4 whitespace-nowrap text-body">
        <time dateTime={new Date(at).toISOString()}>{when(at, now, timeZone, "seconds")}</time>
      </td>
      <td className="px-2 text-right whitespace-nowrap text-strong">{tookWords(took)}</td>
      <td className="px-2 text-right whitespace-nowrap text-strong">{sizeWords(bytes)}</td>
      <td className="px-2 text-right text-strong">{changed}</td>
      <td className="pr-4 pl-2">
        {failure ? (
          <span className="grid">
            <StateMark state="failing" label={failure.code.replaceAll("_", " ")} />
            <span className="text-12 wrap-anywhere text-muted">{failure.message}</span>
          </span>
        ) : (
          <span className="text-muted">good</span>
        )}
      </td>
    </tr>
  );
}

function tookWords(took: number): string {
  return took < 1_000 ? `${took} ms` : `${(took / 1_000).toFixed(1)} s`;
}

function sizeWords(bytes: number | null): string {
  if (bytes === null || bytes === 0) return "-";
  return bytes < 1_000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${(bytes / 1_000).toFixed(1)} kB`
      : `${(bytes / 1e6).toFixed(1)} MB`;
}
