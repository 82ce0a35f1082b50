/** A half circle in a box of 208 × 98, opened downwards. */
export const CENTRE = { x: 104, y: 88 };
export const RADIUS = 66;

/** A place on the arc, from 0 at its left end to 1 at its right one; `radius` away from its centre. */
export function onArc(share: number, radius = RADIUS): { x: number; y: number } {
  const angle = Math.PI * (1 - share);
  return { x: round(CENTRE.x + radius * Math.cos(angle)), y: round(CENTRE.y - radius * Math.sin(angle)) };
}

/** The arc between two places on it; nothing where they are one. */
export function arcPath(from: number, to: number): string {
  if (from === to) return "";
  const [start, end] = [onArc(Math.min(from, to)), onArc(Math.max(from, to))];
  return `M${start.x} ${start.y}A${RADIUS} ${RADIUS} 0 0 1 ${end.x} ${end.y}`;
}

/** Where a value stands on a scale, from 0 to 1; at its nearer end if it is off it. */
export function shareOf(value: number, min: number, max: number): number {
  if (max <= min) return 0;
  return Math.min(1, Math.max(0, (value - min) / (max - min)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
