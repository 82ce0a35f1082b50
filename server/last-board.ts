/** Which board was opened last, so that `/` leads back to it. No secret and no right: the path is checked when used. */
const COOKIE = "last_board";
const YEAR = 31_536_000;
const PATH = /^\/w\/([A-Za-z0-9_-]+)\/b\/([A-Za-z0-9_-]+)\/?$/;

export interface BoardPlace {
  readonly workspace: string;
  readonly board: string;
}

/** The board a page path leads to, or null. */
export function boardPlaceOf(pathname: string): BoardPlace | null {
  const [, workspace, board] = PATH.exec(pathname) ?? [];
  return workspace && board ? { workspace, board } : null;
}

export function readLastBoard(request: Request): BoardPlace | null {
  const found = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(request.headers.get("Cookie") ?? "")?.[1];
  return found ? boardPlaceOf(found) : null;
}

/** The Set-Cookie line. Slugs need no escaping. */
export function lastBoardCookie({ workspace, board }: BoardPlace, secure: boolean): string {
  return `${COOKIE}=/w/${workspace}/b/${board}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}
