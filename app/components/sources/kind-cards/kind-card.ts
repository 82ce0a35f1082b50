import type { OwnField } from "../own-field";

/** What a kind's card is called, and what is on it. */
export interface KindCard {
  readonly title: string;
  /** Shows the card while its kind is chosen. Written out, because the style sheet is made of what stands in the code. */
  readonly shown: string;
  /** Most sources of the kind do without: the card is closed until something is on it. */
  readonly folded?: true;
  readonly fields: readonly OwnField[];
}
