import { createContext, use } from "react";
import type { CrosshairStore } from "./line/crosshair-store";

/** What all panels of a board share: how far back they look (milliseconds), the time under the pointer, what one may do. */
export interface BoardScope {
  readonly range: number;
  /** Whether the reader may ask a failing source at once. */
  readonly mayRetry: boolean;
  readonly boardId: string;
  /** The board's, for what is made of it: names of files. */
  readonly title: string;
  /** What the board subscribes, with the values that its loader brought. */
  readonly patterns: readonly string[];
  /** Who looks. */
  readonly userId: string;
  /** Whether they may write what people write together, and moderate what others say. */
  readonly mayWrite: boolean;
  readonly crosshair: CrosshairStore;
}

export const BoardContext = createContext<BoardScope | null>(null);

export function useBoard(): BoardScope {
  const scope = use(BoardContext);
  if (!scope) throw new Error("Panels live on a board.");
  return scope;
}
