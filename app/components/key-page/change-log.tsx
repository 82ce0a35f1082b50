import { ArrowRight } from "lucide-react";
import type { Point } from "../../../core/protocol/parts";
import { EDITABLE, PUSH } from "../../../core/sources/written";
import { clockSeconds } from "../format/clock";
import { change, measure, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { Card } from "../ui/card";
import { type KeyChange, useSeenChanges, useSeriesChanges } from "./use-key-changes";

interface LogProps {
  name: string;
  unit: string | undefined;
  /** The kind of the key's source: what its changes come from. */
  kind: string;
}

/** What was recorded of a series, as steps from one value to the next. */
export function SeriesLog({ recorded, ...rest }: LogProps & { recorded: readonly Point[] }) {
  const changes = useSeriesChanges(rest.name, recorded);
  return <ChangeLog {...rest} changes={changes} note="Recorded, newest first" none="None in the last three hours." />;
}

/** Of what is no series only its last state is kept: its log begins with the page. */
export function SeenLog(props: LogProps) {
  const changes = useSeenChanges(props.name);
  return (
    <ChangeLog
      {...props}
      changes={changes}
      note="Since this page was opened"
      none="None yet. Of a value that is not recorded, only what it is now is kept."
    />
  );
}

interface ChangeLogProps extends LogProps {
  changes: readonly KeyChange[];
  note: string;
  none: string;
}

const cell = "px-2 h-7.5 border-t border-line";

function ChangeLog({ changes, unit, kind, note, none }: ChangeLogProps) {
  return (
    <Card aria-labelledby="changes-title" className="overflow-clip">
      <h2 id="changes-title" className="flex min-h-11 items-center gap-2 px-4 text-14 font-medium text-strong">
        Changes <span className="text-12 font-regular text-faint">{note}</span>
      </h2>
      {changes.length === 0 ? (
        <p className="px-4 pb-4 text-muted">{none}</p>
      ) : (
        <section aria-label="Changes" tabIndex={0} className="max-h-[420px] overflow-y-auto">
          <table className="w-full border-separate border-spacing-0" aria-label="Changes">
            <thead className="text-left text-12 text-faint">
              <tr className="[&>*]:h-7 [&>*]:px-2 [&>*]:font-regular">
                <th scope="col" className="pl-4!">
                  Time
                </th>
                <th scope="col" className="text-right">
                  Old
                </th>
                <th scope="col">New</th>
                <th scope="col" className="text-right phone:hidden">
                  Change
                </th>
                <th scope="col">Cause</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((one) => (
                <ChangeRow key={one.at} change={one} unit={unit} cause={causes[kind] ?? "refresh"} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}

/** A source's kind says what writes its keys; what is asked brings them with a refresh. */
const causes: Record<string, string> = { [PUSH]: "push", [EDITABLE]: "written here" };

function ChangeRow({
  change: { at, from, to },
  unit,
  cause,
}: {
  change: KeyChange;
  unit: string | undefined;
  cause: string;
}) {
  const { locale, timeZone } = useReader();
  const text = (value: KeyChange["to"] | undefined) =>
    value === undefined ? "-" : written(measure(value, unit, locale));
  const moved = typeof from === "number" && typeof to === "number" ? change(from, to, unit, locale) : null;
  return (
    <tr>
      <td className={`${cell} pl-4! font-mono text-12 whitespace-nowrap text-muted`}>
        <time dateTime={new Date(at).toISOString()}>{clockSeconds(at, timeZone)}</time>
      </td>
      <td className={`${cell} max-w-40 truncate text-right text-muted`}>
        {text(from)}
        <ArrowRight aria-label="became" className="ml-2 inline size-3.5 align-[-2px] text-faint" />
      </td>
      <td className={`${cell} max-w-40 truncate text-strong`}>{text(to)}</td>
      <td className={`${cell} text-right whitespace-nowrap text-muted phone:hidden`}>{moved ? written(moved) : ""}</td>
      <td className={cell}>
        <span className="rounded-4 border border-line px-1.5 text-12 text-muted">{cause}</span>
      </td>
    </tr>
  );
}
