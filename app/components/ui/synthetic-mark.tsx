/** Beside values that are made up: nobody measured them. */
export function SyntheticMark() {
  return (
    <span
      title="Made up by a generator, for demonstration. Nobody measured this."
      className="shrink-0 rounded-4 border border-line-control px-1 text-12 text-muted"
    >
      Synthetic
    </span>
  );
}
