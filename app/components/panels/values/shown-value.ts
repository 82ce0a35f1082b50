import type { Json } from "../../../../core/json";
import type { Point } from "../../../../core/protocol/parts";

/** One value of a panel: of a key, or what a formula comes to. */
export interface ShownValue {
  /** What tells it from the panel's others: the key, or the formula that comes to this value alone. */
  readonly id: string;
  readonly name: string;
  readonly unit: string | undefined;
  readonly value: Json;
  /** When it last changed: milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** Whether it has a recorded past. */
  readonly isSeries: boolean;
  /** The sources behind it. */
  readonly slugs: readonly string[];
  /** Why a formula comes to nothing: a key that it reads, which holds no number. */
  readonly wrong?: NotNumber;
}

/** What a key holds where a number belongs. */
export interface NotNumber {
  readonly id: string;
  readonly value: Json;
}

/** A value with its course in the window that the board shows, oldest first. */
export interface ShownSeries extends ShownValue {
  readonly points: readonly Point[];
}

/** Whether nothing is known of its course in the window. */
export function isBlank({ points }: ShownSeries): boolean {
  return points.every(([, value]) => value === null);
}

/** What a panel's entries come to. */
export interface Shown<T extends ShownValue> {
  /** In the order of the entries, each once. The same objects while nothing of them changes. */
  readonly values: readonly T[];
  /** The sources behind them. */
  readonly slugs: readonly string[];
  /** Whether the first values are still to come. */
  readonly isLoading: boolean;
  /** Why a formula cannot be worked out, in a sentence; null where all can. */
  readonly problem: string | null;
}
