import { type ReactNode, useId } from "react";
import { useLiveStatus } from "../../live/use-live-status";
import { useNow } from "../../live/use-now";
import { clock, clockSeconds } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Glyph, type GlyphName } from "../ui/glyph";
import { endingWords } from "./ending-words";
import { SignInLink } from "./sign-in-link";
import { isSignedOut } from "./signed-out";

type Status = ReturnType<typeof useLiveStatus>;

const looks: Record<Status["state"], { glyph: GlyphName; word: string; says: string | null }> = {
  connecting: { glyph: "waiting", word: "Connecting", says: "The values are from when the page was made." },
  live: { glyph: "fresh", word: "Live", says: null },
  reconnecting: { glyph: "reconnecting", word: "Reconnecting", says: "Values stay, ages go on counting." },
  offline: { glyph: "offline", word: "Offline", says: "Nothing on the screen is newer." },
  closed: { glyph: "offline", word: "Closed", says: "The server ended this connection for good." },
};
/** What is said while it is live, by what carries it. */
const carriers: Record<Status["transport"], string> = {
  WebSocket: "Every change arrives as it is written.",
  SSE: "Every change arrives as it is written. WebSockets do not come through here, so it comes as server-sent events.",
  polling: "This page asks every 2 s what has changed, since nothing that stays open comes through here.",
};
const signedOut = { glyph: "offline", word: "Signed out", says: "Sign in again to go on." } as const;

/** The header's one honest word about the connection; how it stands in detail on hover and focus. */
export function LiveBadge() {
  const status = useLiveStatus();
  const { timeZone } = useReader();
  const card = useId();
  const isOut = isSignedOut(status);
  const { glyph, word, says } = isOut ? signedOut : looks[status.state];
  return (
    <div role="group" aria-label="Connection" tabIndex={0} aria-describedby={card} className="group relative rounded-6">
      <div className="flex h-(--control) items-center gap-1.5 rounded-6 border border-line px-2.5 font-medium whitespace-nowrap text-strong phone:h-8">
        <Glyph name={glyph} />
        {/* Only the word is announced: a screen reader is not told of every try. */}
        <span role="status">{word}</span>
        {isOut ? (
          <span className="ml-0.5 border-l border-line pl-2">
            <SignInLink>Sign in</SignInLink>
          </span>
        ) : (
          <span className="ml-0.5 border-l border-line pl-2 font-regular text-faint phone:hidden">
            {aside(status, timeZone)}
          </span>
        )}
      </div>
      <div
        id={card}
        role="tooltip"
        className="invisible absolute top-full right-0 z-(--z-float) mt-1 w-64 rounded-8 border border-line-strong bg-raised p-3 text-12 opacity-0 shadow-float transition-opacity duration-(--dur-layer) group-hover:visible group-hover:opacity-100 group-focus:visible group-focus:opacity-100"
      >
        <p className="text-body">{endingWords(status.reason) ?? says ?? carriers[status.transport]}</p>
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <Row name="Transport">{status.throughTab ? `${status.transport}, by another tab` : status.transport}</Row>
          <Row name="Last change">
            <LastChange />
          </Row>
          {status.retryAt === undefined ? null : <Row name="Next try">{clockSeconds(status.retryAt, timeZone)}</Row>}
        </dl>
      </div>
    </div>
  );
}

/** It moves without a render of the status, so it is read again with each second. */
function LastChange() {
  const { timeZone } = useReader();
  useNow();
  const { lastChange } = useLiveStatus();
  return lastChange === undefined ? "none yet" : clockSeconds(lastChange, timeZone);
}

function aside(status: Status, timeZone: string): string {
  if (status.state === "reconnecting") return `try ${status.attempt ?? 1}`;
  if (status.state === "offline" || status.state === "closed") return `since ${clock(status.since, timeZone)}`;
  return status.transport;
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="text-right text-strong">{children}</dd>
    </>
  );
}
