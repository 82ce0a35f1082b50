import type { NotNumber } from "./values/shown-value";

/** Characters of such a value that are shown. */
const MOST = 60;

interface NotNumbersProps {
  values: readonly NotNumber[];
  /** Whether the panel's content runs to its edge. */
  flush: boolean;
}

/** Which of a panel's values are left out because they are no numbers. */
export function NotNumbers({ values, flush }: NotNumbersProps) {
  const [first, ...rest] = values;
  if (!first) return null;
  const text = `${first.id} is no number: ${JSON.stringify(first.value).slice(0, MOST)}`;
  return (
    <p title={text} className={`shrink-0 truncate py-1 text-12 text-muted ${flush ? "px-3" : ""}`}>
      <code>{first.id}</code> is no number: {JSON.stringify(first.value).slice(0, MOST)}
      {rest.length === 0 ? "" : `, nor are ${rest.length} more`}
    </p>
  );
}
