const begun = performance.now();

/** A line of what goes on, with the seconds since the beginning: shown when something failed, or as it comes. */
export function say(line: string): void {
  process.stdout.write(`${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${line}\n`);
}
