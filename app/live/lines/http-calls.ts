import type { Changes } from "../../../core/live-object";
import type { Done } from "../../../core/protocol/done";
import type { Down } from "../../../core/protocol/down";
import type { ErrorFrame } from "../../../core/protocol/error";
import type { Up } from "../../../core/protocol/up";
import type { Welcome } from "../../../core/protocol/welcome";

/** What comes of one response of server-sent events. */
export interface EventsHeard {
  /** Something came, if only a comment. */
  heard(): void;
  frame(frame: Down): void;
  /** It ended, or never began. Not after it was cancelled. */
  ended(): void;
}

/**
 * The live endpoints, as a line needs them. Each calls back once, unless the call that comes back cancels it before;
 * null stands for no answer of ours: no network, no server, a refusal, or something in between that answers itself.
 */
export interface HttpCalls {
  welcome(answered: (welcome: Welcome | null) => void): () => void;
  /** At most as many keys as one question may have. */
  values(keys: readonly string[], since: string | null, answered: (changes: Changes | null) => void): () => void;
  /** Sends one frame; "taken" where nothing is to be said of it. */
  say(frame: Up, answered: (answer: Done | ErrorFrame | "taken" | null) => void): () => void;
  events(keys: readonly string[], since: string | null, on: EventsHeard): () => void;
}
