/** A text with what a search found in it marked. */
export function Marked({ text, marked }: { text: string; marked: RegExp | null }) {
  if (marked === null) return text;
  const hits = text.match(marked) ?? [];
  return text.split(marked).map((between, i) => (
    <span key={i}>
      {between}
      {hits[i] === undefined ? null : (
        <mark className="rounded-4 bg-late-soft text-strong outline-1 -outline-offset-1 outline-late">{hits[i]}</mark>
      )}
    </span>
  ));
}
