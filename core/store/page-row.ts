import * as v from "valibot";
import { type Page, pageBody, type StoredKey } from "./page";
import type { PageRow } from "./storage";

/**
 * Characters up to which the text of a key is kept, beside the key: what a page of small keys mostly costs is to write
 * out those that did not change. 10,000 keys keep 5 MB at most.
 */
const KEPT = 512;

const kept = new WeakMap<StoredKey, string>();
const keptLogs = new WeakMap<NonNullable<Page["log"]>, string>();

/**
 * A page as it is stored. `texts`: the JSON texts of values that are known already, so that a large one is not written
 * out twice.
 */
export function toRow(page: Page, texts: ReadonlyMap<StoredKey, string>): PageRow {
  const { id, slug, seq, keys, log, ...rest } = page;
  const entries: string[] = [];
  for (const key in keys) {
    const stored = keys[key];
    if (stored) entries.push(kept.get(stored) ?? entryText(key, stored, texts));
  }
  const logs = log ? `"log":${logText(log)},` : "";
  return { id, slug, seq, body: `{"keys":{${entries.join()}},${logs}${JSON.stringify(rest).slice(1)}` };
}

/** A log is never changed in place, and most commits change none of what it tells. */
function logText(log: NonNullable<Page["log"]>): string {
  const known = keptLogs.get(log);
  if (known !== undefined) return known;
  const text = JSON.stringify(log);
  keptLogs.set(log, text);
  return text;
}

/** The page of a row; null where the row is damaged, or of a shape that this code does not know. */
export function fromRow({ id, slug, seq, body }: PageRow): Page | null {
  const parsed = v.safeParse(pageBody, parseJson(body));
  return parsed.success ? { ...parsed.output, id, slug, seq } : null;
}

/** A stored key belongs to one name, and is never changed: its text stays as it is. */
function entryText(key: string, stored: StoredKey, texts: ReadonlyMap<StoredKey, string>): string {
  const text = `${JSON.stringify(key)}:${storedText(stored, texts.get(stored))}`;
  if (text.length <= KEPT) kept.set(stored, text);
  return text;
}

function storedText(stored: StoredKey, valueText: string | undefined): string {
  if (valueText === undefined) return JSON.stringify(stored);
  const { value: _, ...rest } = stored;
  return `${JSON.stringify(rest).slice(0, -1)},"value":${valueText}}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no page either way.
    return undefined;
  }
}
