import * as v from "valibot";

/** Which sections of a board its reader has folded (true) or opened, where that is not what the document says. */
export type Folds = Readonly<Record<string, boolean>>;

const COOKIE = "folds";
/** Characters of the cookie's value: browsers drop a cookie of more than 4,096 bytes. */
const ROOM = 3_800;
const YEAR_S = 31_536_000;
/** By board, the one that was folded last in front. */
const stored = v.array(v.strictTuple([v.string(), v.record(v.string(), v.boolean())]));
type Stored = v.InferOutput<typeof stored>;

/** What a Cookie header or `document.cookie` holds of one board. */
export function foldsOf(cookies: string, boardId: string): Folds {
  return read(cookies).find(([id]) => id === boardId)?.[1] ?? {};
}

/** The cookie that keeps these folds of a board beside those of others; boards folded longest ago give way for room. */
export function foldsCookie(cookies: string, boardId: string, folds: Folds): string {
  const others = read(cookies).filter(([id]) => id !== boardId);
  let kept: Stored = Object.keys(folds).length === 0 ? others : [[boardId, { ...folds }], ...others];
  while (written(kept).length > ROOM) kept = kept.slice(0, -1);
  return `${COOKIE}=${written(kept)}; path=/; max-age=${YEAR_S}; samesite=lax`;
}

const written = (all: Stored) => encodeURIComponent(JSON.stringify(all));

function read(cookies: string): Stored {
  const found = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(cookies)?.[1];
  if (found === undefined) return [];
  try {
    return v.parse(stored, JSON.parse(decodeURIComponent(found)));
  } catch {
    // The cookie is the client's, or an older version's: the documents' own folds are as good a start as any.
    return [];
  }
}
