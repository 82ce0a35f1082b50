import type { NotNumber } from "./values/shown-value";

/** Characters of such a value that are shown. */
const MOST = 60;

/** Which of a panel's values are left out because they are no numbers. */
export function NotNumbers({ values }: { values: readonly NotNumber[] }) {
  const [first, ...rest] = values;
  if (!first) return null;
  const text = `${first.id} is no number: ${JSON.stringify(first.value).slice(0, MOST)}`;
  return (
    <p title={text} className="shrink-0 truncate px-3 py-1 text-12 text-muted">
      <code>{first.id}</code> is no number: {JSON.stringify(first.value).slice(0, MOST)}
      {rest.length === 0 ? "" : `, nor are ${rest.length} more`}
    </p>
  );
}
