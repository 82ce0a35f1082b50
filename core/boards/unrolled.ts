import { type Chosen, choicesOf, type KeysOf, MOST_VALUES } from "./chosen-values";
import type { BoardDocument, Panel, Place } from "./document";
import { GRID_COLUMNS } from "./grid-columns";
import { copyId } from "./panel-copy";
import { settle } from "./settle";
import { ALL } from "./variable";

/** A panel of a board with the values that it is shown for. */
export interface Unrolled {
  readonly panel: Panel;
  readonly chosen: Chosen;
}

/** A panel that there would be more of than are shown. */
export interface Capped {
  readonly title: string;
  readonly shown: number;
  readonly of: number;
}

/**
 * The panels with each that repeats once for each value of its variable, the first at its own place and the others to its
 * right and below; what stood below goes down by as many rows.
 */
export function unrolled(
  document: BoardDocument,
  chosen: Chosen,
  keysOf: KeysOf,
): { of: Unrolled[]; capped: Capped[] } {
  const capped: Capped[] = [];
  const copies = document.panels.map((panel): Unrolled[] => {
    const values = valuesOf(panel, document, chosen, keysOf);
    if (panel.repeat === undefined || values === null) return [{ panel, chosen }];
    const name = panel.repeat;
    if (values.length > MOST_VALUES) capped.push({ title: panel.title, shown: MOST_VALUES, of: values.length });
    return values.slice(0, MOST_VALUES).map((value, i) => {
      const { repeat: _, ...rest } = panel;
      const copy: Panel = { ...rest, id: copyId(panel.id, value), place: placeOf(panel.place, i) };
      return { panel: copy, chosen: new Map([...chosen, [name, [value]]]) };
    });
  });
  const added = rowsAdded(document.panels.map(({ place }, i) => ({ place, copies: copies[i]?.length ?? 1 })));
  const moved = copies.flatMap((some, i) => {
    const down = added(document.panels[i]?.place.y ?? 0);
    return some.map(({ panel, ...rest }) => ({ ...rest, panel: lowered(panel, down) }));
  });
  const settled = settle(moved.map(({ panel }) => panel));
  return { of: moved.map((one, i) => ({ ...one, panel: settled[i] ?? one.panel })), capped };
}

/** The values that a panel is repeated for; null where it is not, or nothing is known of them yet. */
function valuesOf(panel: Panel, { variables = [] }: BoardDocument, chosen: Chosen, keysOf: KeysOf): string[] | null {
  const variable = variables.find(({ name }) => name === panel.repeat);
  const values = chosen.get(panel.repeat ?? "");
  if (!variable || !values) return null;
  const all = values.includes(ALL) ? choicesOf(variable, keysOf) : [...values];
  return all.length === 0 ? null : all;
}

/** As many beside each other as there is room for from the first one's column on. */
function columnsOf({ x, w }: Place): number {
  return Math.max(1, Math.floor((GRID_COLUMNS - x) / w));
}

function placeOf(place: Place, i: number): Place {
  const columns = columnsOf(place);
  return { ...place, x: place.x + (i % columns) * place.w, y: place.y + Math.floor(i / columns) * place.h };
}

/** How far down a panel goes that stands at a row, for what is repeated above it. Side by side, the tallest counts. */
function rowsAdded(panels: readonly { readonly place: Place; readonly copies: number }[]): (y: number) => number {
  const bands: { from: number; to: number; added: number }[] = [];
  const repeated = panels.filter(({ copies }) => copies > 1).sort((a, b) => a.place.y - b.place.y);
  for (const { place, copies } of repeated) {
    const added = (Math.ceil(copies / columnsOf(place)) - 1) * place.h;
    const last = bands.at(-1);
    if (last && place.y < last.to) {
      last.to = Math.max(last.to, place.y + place.h);
      last.added = Math.max(last.added, added);
    } else bands.push({ from: place.y, to: place.y + place.h, added });
  }
  return (y) => bands.filter(({ to }) => to <= y).reduce((sum, { added }) => sum + added, 0);
}

function lowered(panel: Panel, rows: number): Panel {
  return rows === 0 ? panel : { ...panel, place: { ...panel.place, y: panel.place.y + rows } };
}
