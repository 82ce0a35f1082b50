/**
 * Does a work, and then undoes what it began, last first, whatever happens: what `undo` is given is called at the end.
 * One that cannot be undone keeps nothing from being undone after it, and is thrown where the work itself went well.
 */
export async function undoing<T>(work: (undo: (end: () => unknown) => void) => Promise<T>): Promise<T> {
  const ends: (() => unknown)[] = [];
  const failures: unknown[] = [];
  const undoAll = async () => {
    for (let end = ends.pop(); end; end = ends.pop()) {
      try {
        await end();
      } catch (error) {
        failures.push(error);
      }
    }
  };
  let done: T;
  try {
    done = await work((end) => ends.push(end));
  } finally {
    await undoAll();
  }
  if (failures.length > 0) throw new AggregateError(failures, "Not all that was begun could be ended.");
  return done;
}
