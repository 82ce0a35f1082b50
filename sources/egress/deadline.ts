/** Runs something after so many milliseconds; the answer takes it back. The tests' one is turned by hand. */
export type After = (milliseconds: number, run: () => void) => () => void;

export const afterTimeout: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Its message is what did not come in time. */
export class DeadlinePassed extends Error {
  readonly milliseconds: number;

  constructor(what: string, milliseconds: number) {
    super(what);
    this.milliseconds = milliseconds;
  }
}

/**
 * Rejects with DeadlinePassed when the work has not come to its end in time, and aborts its signal. It does not wait
 * for the work to notice: a body that ignores the signal holds up nobody.
 */
export async function withDeadline<T>(
  milliseconds: number,
  after: After,
  what: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const passed = Promise.withResolvers<never>();
  const takeBack = after(milliseconds, () => {
    passed.reject(new DeadlinePassed(what, milliseconds));
    controller.abort();
  });
  try {
    return await Promise.race([work(controller.signal), passed.promise]);
  } finally {
    takeBack();
  }
}
