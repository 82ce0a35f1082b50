import type { BoardDocument, Panel } from "../../../core/boards/document";
import type { KeyState } from "../../../core/protocol/snapshot";

/** Grid rows of a number, and of what wants more room. */
const LOW = 3;
const TALL = 8;

/** A key's page shows it as a board would: the panels that fit what it holds. */
export function keyBoard({
  key,
  value,
  meta: { kind, label },
}: Pick<KeyState, "key" | "value" | "meta">): BoardDocument {
  const isRows = Array.isArray(value) && value.some((one) => one !== null && typeof one === "object");
  return { schema: 1, title: label ?? key, panels: panelsFor(key, kind, isRows) };
}

function panelsFor(key: string, kind: KeyState["meta"]["kind"], isRows: boolean): Panel[] {
  const whole = { x: 0, y: 0, w: 12, h: TALL };
  const value: Panel = { id: "value", type: "stat", title: "Value", key, place: { ...whole, h: LOW } };
  if (kind === "stream") return [{ id: "events", type: "events", title: "Events", key, place: whole }];
  if (kind === "series")
    return [value, { id: "course", type: "line", title: "Course", series: [{ key }], place: { ...whole, y: LOW } }];
  return isRows ? [{ id: "rows", type: "table", title: "Rows", keys: [key], place: whole }] : [value];
}
