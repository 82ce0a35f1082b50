/**
 * What a press on a line's name in the legend leaves out of the chart: that line or, where it is out, none of it; `alone`:
 * every other line, and where it is alone already, nothing. The last line is never left out: that brings all back.
 */
export function leftOut(
  left: ReadonlySet<string>,
  keys: readonly string[],
  pressed: string,
  alone: boolean,
): ReadonlySet<string> {
  const others = keys.filter((key) => key !== pressed);
  const isAlone = !left.has(pressed) && others.every((key) => left.has(key));
  if (isAlone) return new Set();
  if (alone) return new Set(others);
  return left.has(pressed) ? new Set([...left].filter((key) => key !== pressed)) : new Set([...left, pressed]);
}
