import type { ReactNode } from "react";

/** What a row is sorted by in a column; null stands last, whichever way. */
export type SortValue = number | string | null;

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Pixels, until a person changes it. The column without one takes what is left. */
  readonly width?: number;
  /** Its pixels in panels narrower than 440. */
  readonly narrow?: number;
  /** Of the column without a width: it is not squeezed below this. */
  readonly least?: number;
  readonly isRight?: boolean;
  /** Not shown in panels that are narrower than this. */
  readonly from?: "400" | "440";
  /** Without it, the column cannot be sorted by. */
  readonly sortValue?: (row: Row) => SortValue;
  /** What is searched and copied: the value itself, not as it is rounded. Null: neither. */
  readonly text: ((row: Row) => string) | null;
  readonly cell: (row: Row) => ReactNode;
}

/** The classes by which a column goes in narrow panels. */
export const hiddenBelow = { "400": "@max-[400px]:hidden", "440": "@max-[440px]:hidden" };
