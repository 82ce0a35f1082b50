import { type ReactNode, use, useId } from "react";
import { useLiveStatus } from "../../live/use-live-status";
import { useNow } from "../../live/use-now";
import { useNews, usePaused } from "../../live/use-paused";
import { formatSpan } from "../format/age";
import { clock, clockSeconds } from "../format/clock";
import { formatNumber } from "../format/number";
import { useReader } from "../format/reader-provider";
import { Glyph } from "../ui/glyph";
import { type BadgeState, badgeLook, badgeState } from "./badge-look";
import { endingWords } from "./ending-words";
import { ShownPastContext } from "./shown-past-context";
import { SignInLink } from "./sign-in-link";

type Status = ReturnType<typeof useLiveStatus>;

/** What is said while it is live, by what carries it. */
const carriers: Record<Status["transport"], string> = {
  WebSocket: "Every change arrives as it is written.",
  SSE: "Every change arrives as it is written. WebSockets do not come through here, so it comes as server-sent events.",
  polling: "This page asks every 2 s what has changed, since nothing that stays open comes through here.",
};

/** The header's one honest word about what is on the screen; how the connection stands in detail on hover and focus. */
export function LiveBadge() {
  const status = useLiveStatus();
  const { timeZone } = useReader();
  const card = useId();
  const { isPaused } = usePaused();
  const state = badgeState(status, { isPaused, isPast: use(ShownPastContext) !== null });
  const { glyph, word, says } = badgeLook(state);
  return (
    <div role="group" aria-label="Connection" tabIndex={0} aria-describedby={card} className="group relative rounded-6">
      <div className="flex h-(--control) items-center gap-1.5 rounded-6 border border-line px-2.5 font-medium whitespace-nowrap text-strong phone:h-8">
        <Glyph name={glyph} />
        {/* Only the word is announced: a screen reader is not told of every try. */}
        <span role="status">{word}</span>
        <Aside state={state} status={status} />
      </div>
      <div
        id={card}
        role="tooltip"
        className="invisible absolute top-full right-0 z-(--z-float) mt-1 w-64 rounded-8 border border-line-strong bg-raised p-3 text-12 opacity-0 shadow-float transition-opacity duration-(--dur-layer) group-hover:visible group-hover:opacity-100 group-focus:visible group-focus:opacity-100"
      >
        <p className="text-body">
          {(state === "paused" ? undefined : endingWords(status.reason)) ?? says ?? carriers[status.transport]}
        </p>
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

const rule = "ml-0.5 border-l border-line pl-2";

/** What is known beside the word, or can be done about it. */
function Aside({ state, status }: { state: BadgeState; status: Status }) {
  const { timeZone } = useReader();
  const past = use(ShownPastContext);
  if (state === "signedOut") {
    return (
      <span className={rule}>
        <SignInLink>Sign in</SignInLink>
      </span>
    );
  }
  if (state === "historical") {
    return (
      <button type="button" onClick={past?.backToLive} className={`${rule} text-accent hover:underline phone:hidden`}>
        Back to live
      </button>
    );
  }
  return (
    <span className={`${rule} font-regular text-faint ${state === "paused" ? "" : "phone:hidden"}`}>
      {state === "paused" ? <News /> : asideWords(state, status, timeZone)}
    </span>
  );
}

/** Values, and what people say: the product's other own keys, such as boards, do not count. */
const isNews = (key: string) => !key.startsWith("$") || key.startsWith("$rooms.");

function News() {
  const { locale } = useReader();
  return `${formatNumber(useNews(isNews), locale, 0)} new`;
}

function asideWords(state: BadgeState, status: Status, timeZone: string): string {
  if (state === "reconnecting") return `try ${status.attempt ?? 1}`;
  if (state === "behind") return formatSpan(status.lag ?? 0);
  if (state === "offline" || state === "closed") return `since ${clock(status.since, timeZone)}`;
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
