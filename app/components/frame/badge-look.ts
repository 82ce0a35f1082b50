import type { LiveStatus } from "../../live/live-status";
import type { GlyphName } from "../ui/glyph";
import { isSignedOut } from "./signed-out";

interface BadgeLook {
  readonly glyph: GlyphName;
  readonly word: string;
  /** In a sentence; null while it is live, when what carries it is told. */
  readonly says: string | null;
}

/** Everything the header says of what is on the screen: the connection, and whether a person holds it. */
const looks = {
  connecting: { glyph: "waiting", word: "Connecting", says: "The values are from when the page was made." },
  live: { glyph: "fresh", word: "Live", says: null },
  behind: { glyph: "behind", word: "Behind", says: "Changes arrive slower than they are made." },
  reconnecting: { glyph: "reconnecting", word: "Reconnecting", says: "Values stay, ages go on counting." },
  offline: { glyph: "offline", word: "Offline", says: "Nothing on the screen is newer." },
  closed: { glyph: "offline", word: "Closed", says: "The server ended this connection for good." },
  signedOut: { glyph: "offline", word: "Signed out", says: "Sign in again to go on." },
  paused: { glyph: "paused", word: "Paused", says: "Held by you: what comes meanwhile waits. P goes on." },
  historical: { glyph: "historical", word: "Historical", says: "A range of the past; live changes wait." },
} as const satisfies Record<string, BadgeLook>;

export type BadgeState = keyof typeof looks;

interface HeldBy {
  readonly isPaused: boolean;
  readonly isPast: boolean;
}

/**
 * The one word that is most worth knowing: a connection that is down comes before what a person does with the screen,
 * and that before how well the connection does.
 */
export function badgeState(status: LiveStatus, { isPaused, isPast }: HeldBy): BadgeState {
  if (isSignedOut(status)) return "signedOut";
  if (status.state !== "live" && status.state !== "behind") return status.state;
  if (isPaused) return "paused";
  return isPast ? "historical" : status.state;
}

export function badgeLook(state: BadgeState): BadgeLook {
  return looks[state];
}
