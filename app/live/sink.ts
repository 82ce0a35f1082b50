import type { Welcome } from "../../core/protocol/welcome";
import type { Arrival } from "./arrival";

/** Where arrivals go: the reader's copy, as the connection sees it. */
export interface Sink {
  welcome(frame: Welcome): void;
  /** To be applied as one step, soon; each catch-up is then reported to the connection's `answered`. */
  deliver(arrivals: readonly Arrival[]): void;
  /** Applies now what was delivered. */
  settle(): void;
  /** What all answered patterns are true at; null while nothing was applied. */
  cursor(): string | null;
  /** The held values of these patterns may not be true: whatever comes replaces them. */
  distrust(patterns: readonly string[]): void;
  /** Nobody wants `dropped` any more; what no pattern of `kept` covers may go. */
  release(dropped: readonly string[], kept: readonly string[]): void;
  /** Nothing held may be shown any longer. */
  forget(): void;
}
