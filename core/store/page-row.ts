import { type Page, pageBody, type StoredKey } from "./page";
import type { PageRow } from "./storage";

/**
 * A page as it is stored. `texts`: the JSON texts of values that are known already, so that a large one is not written
 * out twice; they are looked for where a value has a page of its own.
 */
export function toRow(page: Page, texts: ReadonlyMap<StoredKey, string>): PageRow {
  const { id, slug, seq, ...body } = page;
  return { id, slug, seq, body: (body.solo && soloText(body, texts)) || JSON.stringify(body) };
}

/** The page of a row; null where the row is damaged, or of a shape that this code does not know. */
export function fromRow({ id, slug, seq, body }: PageRow): Page | null {
  const parsed = pageBody.safeParse(parseJson(body));
  return parsed.success ? { ...parsed.data, id, slug, seq } : null;
}

function soloText(
  { keys, ...rest }: Omit<Page, "id" | "slug" | "seq">,
  texts: ReadonlyMap<StoredKey, string>,
): string | undefined {
  const [only] = Object.entries(keys);
  const text = only && texts.get(only[1]);
  if (!only || text === undefined) return undefined;
  const { value: _, ...stored } = only[1];
  const key = `${JSON.stringify(only[0])}:${JSON.stringify(stored).slice(0, -1)},"value":${text}}`;
  return `{"keys":{${key}},${JSON.stringify(rest).slice(1)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no page either way.
    return undefined;
  }
}
