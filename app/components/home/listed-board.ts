import type { Thumbnail } from "./thumbnail";

/** A board as a list shows it. */
export interface ListedBoard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly panels: number;
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  /** Empty where it is not known. */
  readonly changedBy: string;
  readonly thumbnail: Thumbnail | null;
}
