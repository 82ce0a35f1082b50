const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An interval as people say it: 2 s, 1 min 30 s, 1 h. Takes milliseconds. */
export function everyWords(interval: number): string {
  return joined(interval, [DAY, HOUR, MINUTE, SECOND]) || `${interval} ms`;
}

/** How long ago: now, 8 s ago, 2 min 10 s ago, 38 min ago, 5 h 12 min ago, 3 d ago. Takes milliseconds. */
export function agoWords(age: number): string {
  return age < SECOND ? "now" : `${joined(age, unitsFor(age))} ago`;
}

/** Older ages are told more coarsely: seconds stop mattering after ten minutes, minutes after a day. */
function unitsFor(age: number): number[] {
  if (age < 10 * MINUTE) return [MINUTE, SECOND];
  if (age < HOUR) return [MINUTE];
  return age < DAY ? [HOUR, MINUTE] : [DAY];
}

function joined(span: number, units: number[]): string {
  let rest = span;
  const words: string[] = [];
  for (const unit of units) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) words.push(`${count} ${name(unit)}`);
  }
  return words.join(" ");
}

function name(unit: number): string {
  if (unit === DAY) return "d";
  if (unit === HOUR) return "h";
  return unit === MINUTE ? "min" : "s";
}
