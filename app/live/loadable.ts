/** How loading went. */
type Outcome<T> = { readonly ok: true; readonly code: T } | { readonly ok: false; readonly error: unknown };

/**
 * Code that comes apart from the page's, by `import()`. Loaded once; where that failed, as it does while the server is
 * away, it is loaded again when somebody asks for that.
 */
export class Loadable<T> {
  readonly #load: () => Promise<T>;
  #outcome: Promise<Outcome<T>> | null = null;
  #now: T | null = null;
  #failures = 0;
  #hasFailed = false;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** The code, once it is here; null before. */
  get now(): T | null {
    return this.#now;
  }

  /** How often it could not be loaded. */
  get failures(): number {
    return this.#failures;
  }

  /** Loads it, unless that was begun. The same promise until `again`; it never rejects. */
  load(): Promise<Outcome<T>> {
    this.#outcome ??= noted(this.#try());
    return this.#outcome;
  }

  /** Loads it, and once more where that failed before. */
  again(): Promise<Outcome<T>> {
    this.forget();
    return this.load();
  }

  /** That it could not be loaded: the next call loads it again. */
  forget(): void {
    if (this.#hasFailed) this.#outcome = null;
  }

  async #try(): Promise<Outcome<T>> {
    this.#hasFailed = false;
    try {
      this.#now = await this.#load();
      return { ok: true, code: this.#now };
    } catch (error) {
      this.#hasFailed = true;
      this.#failures += 1;
      return { ok: false, error };
    }
  }
}

/**
 * Notes on a promise what came of it, as React's `use` does itself: it then reads that at once. A component must not pass
 * by `use` for code that is here, since React runs it again after the wait and expects the same hooks in it.
 */
function noted<T>(promise: Promise<T>): Promise<T> {
  void promise.then((value) => Object.assign(promise, { status: "fulfilled", value }));
  return promise;
}
