import { escapeSegment } from "../../core/keys/name";

/** Labels in the order of their names, so that an upstream which writes them in another order makes the same keys. */
export type Labels = readonly (readonly [name: string, value: string])[];

export function inOrder(labels: Readonly<Record<string, string>>): Labels {
  return Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The path of a series: its name, then the values of its labels. Where that does not read as upstream wrote it, a label
 * does: `cpu{core="0"}`.
 */
export function seriesName(name: string, labels: Labels): { readonly path: string; readonly label?: string } {
  const parts = [...name.split("."), ...labels.map(([, text]) => text)];
  const path = parts.map(escapeSegment).join(".");
  // Where the key reads as upstream wrote it, a label would only say it again: in every legend, and to every reader.
  return path === parts.join(".") ? { path } : { path, label: asWritten(name, labels) };
}

export function asWritten(name: string, labels: Labels): string {
  if (labels.length === 0) return name;
  return `${name}{${labels.map(([label, text]) => `${label}="${text}"`).join(",")}}`;
}
