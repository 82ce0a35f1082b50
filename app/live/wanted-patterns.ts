/** Where a pattern's keys stand: at the connection's cursor, or still at the one its loader brought (null: nowhere). */
type Standing = { readonly at: "cursor" } | { readonly at: "base"; readonly since: string | null };

interface Entry {
  users: number;
  standing: Standing;
  /** The last request for it: the answer to an earlier one says nothing about where it stands. */
  request: string | null;
}

/** The patterns that somebody on the page needs, counted. */
export class WantedPatterns {
  readonly #entries = new Map<string, Entry>();

  get patterns(): string[] {
    return [...this.#entries.keys()];
  }

  /** One more user of each; what comes back was not wanted until now and has to be asked for. */
  add(patterns: readonly string[], since: string | null): string[] {
    return patterns.filter((pattern) => {
      const entry = this.#entries.get(pattern);
      if (entry) entry.users += 1;
      else this.#entries.set(pattern, { users: 1, standing: { at: "base", since }, request: null });
      return !entry;
    });
  }

  release(patterns: readonly string[]): void {
    for (const pattern of patterns) {
      const entry = this.#entries.get(pattern);
      if (entry) entry.users -= 1;
    }
  }

  /** Takes out what nobody uses any more. */
  sweep(): string[] {
    const unused = [...this.#entries].filter(([, { users }]) => users <= 0).map(([pattern]) => pattern);
    for (const pattern of unused) this.#entries.delete(pattern);
    return unused;
  }

  asked(patterns: readonly string[], request: string): void {
    for (const pattern of patterns) {
      const entry = this.#entries.get(pattern);
      if (entry) entry.request = request;
    }
  }

  /** A request's snapshot is applied: its patterns go with the connection's cursor from here on. */
  answered(request: string): void {
    for (const entry of this.#entries.values()) if (entry.request === request) entry.standing = { at: "cursor" };
  }

  /** What is held of them counts for nothing: they are asked for from the beginning. */
  distrust(patterns: readonly string[]): void {
    for (const pattern of patterns) {
      const entry = this.#entries.get(pattern);
      if (!entry) continue;
      entry.standing = { at: "base", since: null };
      entry.request = null;
    }
  }

  /** What to ask for, by the cursor to ask from. */
  groups(patterns: readonly string[], cursor: string | null): Map<string | null, string[]> {
    const groups = new Map<string | null, string[]>();
    for (const pattern of patterns) {
      const standing = this.#entries.get(pattern)?.standing;
      if (!standing) continue;
      const since = standing.at === "cursor" ? cursor : standing.since;
      const group = groups.get(since);
      if (group) group.push(pattern);
      else groups.set(since, [pattern]);
    }
    return groups;
  }
}
