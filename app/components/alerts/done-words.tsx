import { useNow } from "../../live/use-now";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { useMembers } from "../people/use-members";
import { Glyph } from "../ui/glyph";
import type { Alert } from "./use-alerts";

const A_MINUTE = 60_000;

interface DoneWordsProps {
  readonly acknowledged?: Alert["acknowledged"] | undefined;
  readonly silenced: Alert["silenced"] | undefined;
}

/** Who has taken an alert on, and who silenced it until when. */
export function DoneWords({ acknowledged, silenced }: DoneWordsProps) {
  const { timeZone } = useReader();
  const now = useNow(A_MINUTE);
  const nameOf = useNameOf();
  return (
    <>
      {acknowledged ? (
        <p className="flex items-center gap-1.5 text-12 text-muted">
          <Glyph name="up" />
          Acknowledged by {nameOf(acknowledged.by)}, {when(acknowledged.at, now, timeZone)}
        </p>
      ) : null}
      {silenced ? (
        <p className="flex items-center gap-1.5 text-12 text-muted">
          <Glyph name="paused" />
          Silenced by {nameOf(silenced.by)} until {when(silenced.until, now, timeZone)}
        </p>
      ) : null}
    </>
  );
}

/** Names of people by their ids. */
export function useNameOf(): (id: string) => string {
  const members = useMembers();
  return (id) => members.find((one) => one.id === id)?.name ?? "a former member";
}
