/**
 * Where a reader stands: `<epoch>:<seq>`. The epoch is 8 letters, made when a store is created, wiped or restored; seq
 * counts committed change sets. Two cursors of different epochs cannot be compared.
 */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** A cursor of no store (epochs are random): whoever resumes from it is told everything. */
export const NOWHERE: Cursor = { epoch: "aaaaaaaa", seq: 0 };

const CURSOR = /^([a-z]{8}):(0|[1-9][0-9]{0,15})$/;

export function parseCursor(text: string): Cursor | null {
  const found = CURSOR.exec(text);
  const seq = Number(found?.[2]);
  return found?.[1] && Number.isSafeInteger(seq) ? { epoch: found[1], seq } : null;
}

export function formatCursor({ epoch, seq }: Cursor): string {
  return `${epoch}:${seq}`;
}
