import { useLiveStatus } from "../../live/use-live-status";
import { useNow } from "../../live/use-now";
import { usePaused } from "../../live/use-paused";
import { clock, clockSeconds, zoneName } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { badgeLook, badgeState } from "../frame/badge-look";
import { endingWords } from "../frame/ending-words";
import { SignInLink } from "../frame/sign-in-link";
import { useBoardRange } from "../range/range-context";
import { rangeWords } from "../range/range-words";
import { Glyph } from "../ui/glyph";
import { WallAlerts } from "./wall-alerts";

interface WallHeaderProps {
  title: string;
  /** "1/2", where the board has several screens. */
  screen: string | null;
}

/** What a wall shows and how true it is: the board, its range, the connection's one word, the time. */
export function WallHeader({ title, screen }: WallHeaderProps) {
  const { timeZone } = useReader();
  const { range } = useBoardRange();
  return (
    <header className="flex h-9 shrink-0 items-center gap-2.5 text-13 whitespace-nowrap text-muted">
      <h1 className="truncate text-14 font-medium text-strong">{title}</h1>
      <span>{rangeWords(range, timeZone)}</span>
      {screen === null ? null : <span>{screen}</span>}
      <WallAlerts />
      <span className="flex-1" />
      <WallState />
      <WallClock />
    </header>
  );
}

function WallState() {
  const status = useLiveStatus();
  const { timeZone } = useReader();
  const { isPaused } = usePaused();
  const { range } = useBoardRange();
  const state = badgeState(status, { isPaused, isPast: range.kind === "past" });
  const { glyph, word } = badgeLook(state);
  const isDown = status.behindSince !== undefined && state !== "connecting";
  return (
    <>
      {state === "signedOut" || state === "closed" ? (
        <span className="truncate text-stale-text">
          {endingWords(status.reason)} {state === "signedOut" ? <SignInLink>Sign in</SignInLink> : null}
        </span>
      ) : null}
      {isDown ? <span>since {clock(status.since, timeZone)}</span> : null}
      <span className="flex items-center gap-1.5 font-medium text-strong">
        <Glyph name={glyph} />
        <span role="status">{word}</span>
      </span>
    </>
  );
}

function WallClock() {
  const { timeZone } = useReader();
  const now = useNow();
  return (
    <>
      <time className="min-w-16 text-right text-16 font-medium text-strong">{clockSeconds(now, timeZone)}</time>
      <span>{zoneName(now, timeZone)}</span>
    </>
  );
}
