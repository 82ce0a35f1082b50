import type { Place } from "./document";

/** Where a panel is, counted from one as people count. On a phone there is one column. */
export function placeWords({ x, y, w, h }: Place, on: "grid" | "phone"): string {
  return on === "phone" ? `row ${y + 1}, ${h} high` : `column ${x + 1}, row ${y + 1}, ${w} wide, ${h} high`;
}
