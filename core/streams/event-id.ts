/** Events that one commit may append to one stream: what an id has room for. */
export const EVENTS_A_COMMIT = 1_000;

/**
 * The id of the event at `index` in the commit `seq`. Made of the commit's number, so that ids only grow, also where a
 * stream is removed and begun again, and so that "the events after a cursor" is a comparison. Exact up to commit
 * 9,007,199,254,739 (2^53 / 1,000). Throws where the index has no room.
 */
export function eventId(seq: number, index: number): number {
  if (index >= EVENTS_A_COMMIT) throw new Error(`a commit appends at most ${EVENTS_A_COMMIT} events to a stream`);
  return seq * EVENTS_A_COMMIT + index;
}

/** No event that a reader at commit `seq` has heard of has a higher id. */
export function lastIdAt(seq: number): number {
  return seq * EVENTS_A_COMMIT + EVENTS_A_COMMIT - 1;
}
