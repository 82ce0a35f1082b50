import { parsePointer, pointer } from "../delta/pointer";
import type { Json } from "../json";
import { secretsIn, withSecrets } from "./secret";

type Settings = Readonly<Record<string, Json>>;

/** `again`: JSON Pointers of the secrets that have to be typed again. */
export interface KeptSecrets {
  readonly settings: Record<string, Json>;
  readonly again: readonly string[];
}

/**
 * Changed settings with the secrets of before, where none was typed: in place of an empty one, and as the setting of one
 * of these `names` that is not there. Only for the same origin: whoever may change an address could otherwise have the
 * secrets sent to their own.
 */
export function keepSecrets(after: Settings, before: Settings, names: readonly string[]): KeptSecrets {
  const isSameOrigin = originOf(after) === originOf(before);
  const held = new Map(
    secretsIn(before).flatMap(({ field, kept, text }) => (kept === "sealed" ? [[field, text]] : [])),
  );
  const missing = names.filter((name) => after[name] === undefined && held.has(pointer([name])));
  const asked: Settings = { ...after, ...Object.fromEntries(missing.map((name) => [name, { plain: "" }])) };
  const again: string[] = [];
  const settings = withSecrets(asked, ({ field, kept, text }) => {
    if (kept === "sealed") return { secret: text };
    const secret = held.get(field);
    if (text !== "") return { plain: text };
    if (secret !== undefined && isSameOrigin) return { secret };
    again.push(field);
    return { plain: "" };
  });
  return { settings, again };
}

/**
 * Of the address that the secrets go to, as far as its text tells: two spellings of one origin count as two, never the
 * other way round. What is no web address stands for itself; null where the settings have none.
 */
function originOf({ url }: Settings): string | null {
  if (typeof url !== "string") return null;
  return /^https?:\/\/[^/\\?#\s]+(?=[/\\?#]|$)/i.exec(url)?.[0].toLowerCase() ?? url;
}

/** The names on the way to a secret, such as `headers` and `Authorization`. */
export function placeOf(field: string): string[] {
  return parsePointer(field) ?? [];
}
