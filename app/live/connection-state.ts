import type { CloseReason } from "../../core/protocol/bye";
import type { Transport } from "./lines/line";

/** Why a connection ended: a close code's name, or what only this end can tell. `ended`: a code that is not known here. */
export type EndingReason = CloseReason | "version" | "signed out" | "lost" | "ended";

/** Where the connection stands. Times are milliseconds since 1970 by this machine's clock. */
export type ConnectionState =
  | { readonly state: "idle" }
  /** `attempt`: how many tries in a row came to nothing before this one. */
  | { readonly state: "connecting"; readonly attempt: number; readonly returning: boolean }
  /** `caughtUp`: every pattern that was wanted when it opened has been answered. */
  | {
      readonly state: "open";
      readonly transport: Transport;
      readonly throughTab: boolean;
      readonly attempt: number;
      readonly returning: boolean;
      readonly caughtUp: boolean;
      readonly refusal: string | null;
    }
  | {
      readonly state: "waiting";
      readonly attempt: number;
      readonly retryAt: number;
      /** The server asked not to be called before this. */
      readonly notBefore: number;
      readonly reason: EndingReason;
    }
  | { readonly state: "offline" }
  /** It does not come back by itself. `code` is one of the protocol's close codes. */
  | { readonly state: "closed"; readonly code: number; readonly reason: EndingReason };

/** How one line came to its end. */
export type Ending =
  | { readonly kind: "closed"; readonly code: number; readonly reason: string; readonly after: number }
  /** Nothing was heard for too long, or a request was not answered. */
  | { readonly kind: "silent" }
  | { readonly kind: "bad_frame" }
  /** Nothing comes through this way, though the server answers by another one. */
  | { readonly kind: "blocked" }
  /** The server speaks another version of the protocol: this page is older or newer than it. */
  | { readonly kind: "version" };

/** What follows from an ending. `forget`: the reader may no longer hold what it holds. */
export type Verdict =
  | {
      readonly next: "return";
      readonly after: number;
      readonly reason: EndingReason;
      readonly forget: boolean;
      readonly ask: boolean;
    }
  | { readonly next: "stay_away"; readonly code: number; readonly reason: EndingReason; readonly forget: boolean };
