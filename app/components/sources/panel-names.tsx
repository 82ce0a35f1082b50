const NAMED = 8;

/** The panels of a board, by their titles. */
export function PanelNames({ panels }: { panels: readonly string[] }) {
  const rest = panels.length - NAMED;
  return (
    <span className="block text-12 wrap-anywhere text-faint">
      {panels.slice(0, NAMED).join(" · ")}
      {rest > 0 ? ` and ${rest} more` : null}
    </span>
  );
}
