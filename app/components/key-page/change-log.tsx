import type { KeyLog } from "../../../core/keys/key-log";
import type { Point } from "../../../core/protocol/parts";
import { isWritten } from "../../../core/sources/written";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { ChangeRow } from "./change-row";
import { loggedChanges, type ShownChange, useSeriesChanges } from "./use-key-changes";
import { useKeyLog } from "./use-key-log";

interface LogProps {
  slug: string;
  name: string;
  unit: string | undefined;
  /** The kind of the key's source: what its changes come from. */
  kind: string;
  /** The log as the first paint has it. */
  log: KeyLog | null;
}

/** What was recorded of a series, as steps from one value to the next. */
export function SeriesLog({ slug, name, unit, kind, log: first, recorded }: LogProps & { recorded: readonly Point[] }) {
  // What is only looked at comes from there: its log tells nothing that is not known.
  const { log } = useKeyLog({ slug: isWritten(kind) ? slug : null, name, first });
  const changes = useSeriesChanges(name, recorded, log);
  return (
    <ChangeCard note="Recorded, newest first">
      <Changes {...{ changes, unit, kind }} none="None in the last three hours." />
    </ChangeCard>
  );
}

/** The last changes of what is no series, as its log has them. */
export function ValueLog({ slug, name, unit, kind, log: first }: LogProps) {
  const { log, failed, again } = useKeyLog({ slug, name, first });
  return (
    <ChangeCard note="Newest first">
      {log === null ? (
        <div role="status" className="flex items-center gap-3 px-4 pb-4 text-muted">
          {failed ? "They could not be loaded just now." : "Loading…"}
          {failed ? <Button onClick={again}>Try again</Button> : null}
        </div>
      ) : (
        <Changes {...{ unit, kind }} changes={loggedChanges(log)} none="None since changes are kept." />
      )}
    </ChangeCard>
  );
}

function ChangeCard({ note, children }: { note: string; children: React.ReactNode }) {
  return (
    <Card aria-labelledby="changes-title" className="overflow-clip">
      <h2 id="changes-title" className="flex min-h-11 items-center gap-2 px-4 text-14 font-medium text-strong">
        Changes <span className="text-12 font-regular text-faint">{note}</span>
      </h2>
      {children}
    </Card>
  );
}

interface ChangesProps {
  changes: readonly ShownChange[];
  unit: string | undefined;
  kind: string;
  none: string;
}

function Changes({ changes, unit, kind, none }: ChangesProps) {
  if (changes.length === 0) return <p className="px-4 pb-4 text-muted">{none}</p>;
  const hasPlaces = changes.some(({ path }) => path !== undefined);
  return (
    <>
      <section aria-label="Changes" tabIndex={0} className="max-h-[420px] overflow-auto">
        <table className="w-full border-separate border-spacing-0" aria-label="Changes">
          <thead className="text-left text-12 text-faint">
            <tr className="[&>*]:h-7 [&>*]:px-2 [&>*]:font-regular">
              <th scope="col" className="pl-4!">
                Time
              </th>
              {hasPlaces ? <th scope="col">Where</th> : null}
              <th scope="col" className="text-right">
                Old
              </th>
              <td />
              <th scope="col">New</th>
              <th scope="col" className="text-right phone:hidden">
                Change
              </th>
              <th scope="col" className="phone:hidden">
                From
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map((one) => (
              <ChangeRow key={one.id} change={one} {...{ unit, kind, hasPlaces }} />
            ))}
          </tbody>
        </table>
      </section>
      {changes.some(({ isCut }) => isCut) ? (
        <p className="border-t border-line px-4 py-2 text-12 text-faint">
          Of long texts a part of 120 characters is kept.
        </p>
      ) : null}
    </>
  );
}
