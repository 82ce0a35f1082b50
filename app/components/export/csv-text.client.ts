// In the browser alone: the library is CommonJS, and what it requires has no place in the one module that Pages serves.
import { unparse } from "papaparse";
import type { DataRow } from "./data-row";

export interface PanelRow extends DataRow {
  /** The panel's title. */
  readonly panel: string;
}

const columns = ["time", "panel", "key", "name", "unit", "value"];

/**
 * One line for each value: series have times of their own, so a column for each would be mostly empty. Times in ISO 8601,
 * UTC; numbers as they are held, in the key's unit; what is neither number nor text as JSON; nothing for null.
 */
export function csvText(rows: readonly PanelRow[]): string {
  const data = rows.map(({ at, panel, key, name, unit, value }) => {
    const cell = typeof value === "object" && value !== null ? JSON.stringify(value) : value;
    return [new Date(at).toISOString(), panel, key, name, unit, cell];
  });
  // Texts come from sources: a spreadsheet must not take one for a formula.
  return unparse({ fields: columns, data }, { escapeFormulae: true });
}
