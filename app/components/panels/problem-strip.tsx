import { Glyph } from "../ui/glyph";

/** Why what a person just did in a panel did not happen. Announced when it comes. */
export function ProblemStrip({ problem, what = "Not saved." }: { problem: string | null; what?: string }) {
  return (
    <div role="alert">
      {problem === null ? null : (
        <p className="flex gap-2 border-t border-line bg-failing-soft px-3 py-1.5 text-12 text-failing-text">
          <Glyph name="failing" className="mt-0.5" />
          <span className="min-w-0 wrap-anywhere">
            {what} {problem}
          </span>
        </p>
      )}
    </div>
  );
}
