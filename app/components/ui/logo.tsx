/** The mark, with the name beside it when there is room. */
export function Logo({ name = false }: { name?: boolean }) {
  const mark = (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={name ? "size-6" : "size-5"}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinejoin="round"
      strokeLinecap="round"
    >
      <path d="M10 2.7 17.7 16.8H2.3z" />
      <path d="M6.2 12.9h2.3l1.5-3.1 1.7 4.6 1-1.5h1.1" stroke="var(--accent)" strokeWidth="1.6" />
    </svg>
  );
  if (!name) return mark;
  return (
    <span className="flex items-center gap-2.5 text-16 font-medium text-strong">
      {mark}
      Deltaboard
    </span>
  );
}
