import type { BoardDocument, Panel } from "../../../core/boards/document";
import type { Json } from "../../../core/json";
import type { KeyState } from "../../../core/protocol/snapshot";

/** Grid rows of a number, and of what wants more room. */
const LOW = 3;
const TALL = 8;

/** A key's page shows it as a board would: the panels that fit what it holds; none where only its JSON tells it. */
export function keyBoard({
  key,
  value,
  meta: { kind, label },
}: Pick<KeyState, "key" | "value" | "meta">): BoardDocument {
  return { schema: 1, title: label ?? key, panels: panelsFor(key, kind, value) };
}

function panelsFor(key: string, kind: KeyState["meta"]["kind"], held: Json): Panel[] {
  const whole = { x: 0, y: 0, w: 12, h: TALL };
  const value: Panel = { id: "value", type: "stat", title: "Value", key, place: { ...whole, h: LOW } };
  if (kind === "stream") return [{ id: "events", type: "events", title: "Events", key, place: whole }];
  if (kind === "series")
    return [value, { id: "course", type: "line", title: "Course", series: [{ key }], place: { ...whole, y: LOW } }];
  const isRows = Array.isArray(held) && held.some((one) => one !== null && typeof one === "object");
  if (isRows) return [{ id: "rows", type: "table", title: "Rows", keys: [key], place: whole }];
  return held !== null && typeof held === "object" ? [] : [value];
}
