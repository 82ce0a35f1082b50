const BOARD = /^[a-z0-9][a-z0-9-]{0,63}$/;
const MAX_BOARDS = 20;
/** How long a screen stays, in seconds: by itself, at least, at most. */
export const USUAL_TURN = 30;
const [SHORTEST, LONGEST] = [5, 3_600];

/** A board on a wall: no chrome, made to be read from afar. */
export interface WallOptions {
  /** The boards that take turns, by their addresses' last part; none: this one stays. */
  readonly boards: readonly string[];
  /** How many seconds each screen stays. */
  readonly every: number;
}

/** What the address asks for (`?kiosk=1&rotate=a,b&every=60`); null: no wall. What cannot be meant is left out. */
export function wallOptions(search: URLSearchParams): WallOptions | null {
  if (search.get("kiosk") !== "1") return null;
  const named = (search.get("rotate") ?? "").split(",").filter((name) => BOARD.test(name));
  const every = Number(search.get("every") ?? USUAL_TURN);
  const isTime = Number.isFinite(every) && every > 0;
  return {
    boards: [...new Set(named)].slice(0, MAX_BOARDS),
    every: isTime ? Math.min(LONGEST, Math.max(SHORTEST, Math.round(every))) : USUAL_TURN,
  };
}

/** The address's search part that shows this. */
export function wallSearch({ boards, every }: WallOptions): string {
  const rotate = boards.length > 1 ? `&rotate=${boards.join(",")}` : "";
  return `?kiosk=1${rotate}${every === USUAL_TURN ? "" : `&every=${every}`}`;
}

/**
 * The search part that puts a board on a wall as it is looked at now, with its range and variables; in turn with others,
 * each is shown as it opens.
 */
export function ontoWall(search: string, options: WallOptions): string {
  if (options.boards.length > 1) return wallSearch(options);
  const kept = new URLSearchParams(search);
  for (const name of ["panel", "edit"]) kept.delete(name);
  return [wallSearch(options), kept].filter((part) => `${part}` !== "").join("&");
}

/** The search part of the same board on no wall. */
export function offWall(search: string): string {
  const kept = new URLSearchParams(search);
  for (const name of ["kiosk", "rotate", "every"]) kept.delete(name);
  return `?${kept}`;
}

/** The board whose turn is next; null where this one stays. */
export function nextBoard({ boards }: WallOptions, current: string): string | null {
  const next = boards[(boards.indexOf(current) + 1) % Math.max(1, boards.length)];
  return next === undefined || next === current ? null : next;
}
