/** What the list knows of a source from its definition; the rest is live. `interval` in milliseconds. */
export interface SourceLine {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly interval: number;
}
