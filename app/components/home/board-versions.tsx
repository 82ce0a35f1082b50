import { Form, useNavigation } from "react-router";
import type { Difference } from "../../../core/boards/difference";
import { moment } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Button } from "../ui/button";
import { Card } from "../ui/card";

interface Version {
  readonly version: number;
  /** Empty where it is not known who made the board. */
  readonly savedBy: string;
  readonly savedAt: number;
  readonly difference: Difference | null;
}

const SHOWN = 4;

/** What a board was, save by save, and the way back to it. */
export function BoardVersions({ versions, current }: { versions: readonly Version[]; current: number }) {
  const { timeZone } = useReader();
  const isBusy = useNavigation().state !== "idle";
  return (
    <Card aria-labelledby="versions">
      <h2 id="versions" className="flex min-h-11 items-center px-4 text-14 font-medium text-strong">
        Versions
      </h2>
      {versions.length === 0 ? (
        <p className="px-4 pb-4 text-muted">It was never changed. From its first change on, what it was is kept.</p>
      ) : (
        <ul>
          {versions.map(({ version, savedBy, savedAt, difference }) => (
            <li key={version} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2">
              <span className="w-8 text-faint">{version}</span>
              <div className="min-w-0 flex-1 basis-60">
                <p className="text-body wrap-anywhere">{difference ? words(difference) : "As it was made"}</p>
                <p className="text-12 text-muted">
                  {savedBy === "" ? "" : `${savedBy}, `}
                  {moment(savedAt, timeZone)}
                </p>
              </div>
              {version === current ? (
                <span className="text-12 text-muted">as it is now</span>
              ) : (
                <Form method="post">
                  <input type="hidden" name="version" value={version} />
                  <Button
                    type="submit"
                    name="intent"
                    value="restore"
                    off={isBusy}
                    aria-label={`Restore version ${version}`}
                  >
                    Restore
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Memory moved, Load added and 3 more changes. */
function words({ title, panels }: Difference): string {
  const changes = panels.map((panel) => `${panel.title || panel.id} ${panel.change}`);
  const all = title ? [`Renamed from ${title[0]}`, ...changes] : changes;
  if (all.length === 0) return "Nothing changed";
  const more = all.length > SHOWN ? ` and ${all.length - SHOWN} more` : "";
  return all.slice(0, SHOWN).join(", ") + more;
}
