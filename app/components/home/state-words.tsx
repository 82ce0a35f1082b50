import type { Freshness } from "../../../core/freshness/freshness";
import { Glyph } from "../ui/glyph";

const rows: { state: Extract<Freshness, "fresh" | "late" | "stale" | "failing">; word: string; meaning: string }[] = [
  { state: "fresh", word: "Fresh", meaning: "The value is on time." },
  { state: "late", word: "Late", meaning: "Twice the interval has passed." },
  { state: "stale", word: "Stale", meaning: "Four times. The number is dimmed." },
  { state: "failing", word: "Failing", meaning: "The reason, and the next try." },
];

/** The four states a value can be in, with their shapes. */
export function StateWords() {
  return (
    <dl className="mt-12 max-w-[480px] border-t border-line">
      {rows.map(({ state, word, meaning }) => (
        <div key={state} className="grid min-h-9 grid-cols-[112px_1fr] items-center border-b border-line">
          <dt className="flex items-center gap-2 font-medium text-strong">
            <Glyph name={state} />
            {word}
          </dt>
          <dd className="text-muted">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
