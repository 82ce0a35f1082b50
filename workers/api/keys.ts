import { LiveError } from "../../core/errors";
import { isKeyName } from "../../core/keys/name";
import { isPattern } from "../../core/keys/pattern";
import { apiAnswer } from "./api-answer";
import type { Call } from "./call";
import { shownKeys } from "./shown-key";

const USUAL = 100;
const MOST = 1_000;

/** `GET /api/v1/keys?pattern=&limit=&after=`: keys that match, by name, from the one after `after` on. */
export async function getKeys({ object, principal, url }: Call): Promise<Response> {
  const pattern = url.searchParams.get("pattern") ?? "*";
  if (!isPattern(pattern)) throw new LiveError("bad_pattern");
  const limit = limitOf(url.searchParams.get("limit"));
  const after = url.searchParams.get("after") ?? "";
  if (after !== "" && !isKeyName(after)) throw new LiveError("bad_input", "`after` is the name of a key.");
  const changes = await object.changesSince(principal, [pattern], null);
  const rest = shownKeys(changes).filter(({ key }) => key > after);
  const keys = rest.slice(0, limit);
  return apiAnswer({ cursor: changes.cursor, keys, next: rest.length > limit ? (keys.at(-1)?.key ?? null) : null });
}

function limitOf(text: string | null): number {
  if (text === null) return USUAL;
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new LiveError("bad_input", `\`limit\` is a whole number from 1 to ${MOST}.`);
}
