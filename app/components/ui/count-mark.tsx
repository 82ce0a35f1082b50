const tones = {
  news: "rounded-full bg-accent text-on-accent",
  warning: "rounded-full border border-late bg-panel text-late-text",
  // Filled and with corners, and with a mark that is no colour.
  critical: "rounded-4 bg-failing-text text-panel after:content-['!']",
};

interface CountMarkProps {
  readonly count: number;
  readonly tone: keyof typeof tones;
}

/** A count at the upper right corner of an icon; nothing for none. */
export function CountMark({ count, tone }: CountMarkProps) {
  if (count === 0) return null;
  return (
    <span
      className={`absolute -top-1 -right-1 grid h-4 min-w-4 grid-flow-col place-items-center px-1 text-[10px] leading-none font-medium phone:top-1 phone:right-1 ${tones[tone]}`}
    >
      {count > 99 ? "99+" : count}
    </span>
  );
}
