/** A series whose points between the last held one and the first of a catch-up are in the history only. */
export interface Hole {
  readonly key: string;
  /** The time of the last point held before it; null when none is. */
  readonly after: number | null;
}

/** What follows from frames that were put into the copy. */
export interface Applied {
  /** The requests whose catch-up is in the copy now. */
  readonly answered: string[];
  readonly holes: Hole[];
  /** Keys whose patch or tail did not fit what is held: their whole values are to be asked for. */
  readonly misfits: string[];
}
