import { type Spec, valueOf } from "../../../core/proof/testing/spec";
import type { KeyMeta } from "../../../core/protocol/parts";
import type { ChangeSet } from "../../../core/store/change-set";

/** The change sets of a history, as its steps ask for them. */
export class Changes {
  /** The newest of those that would be equal if they were committed once more. */
  last: ChangeSet | null = null;
  #pair = 0;

  /** The twins are written along with everything else: who sees them differ sees half a commit. */
  values(writes: readonly (readonly [string, Spec])[], unit: string): ChangeSet {
    this.#pair += 1;
    const twins = ["a.twin", "server.twin"].map((key) => [key, { number: this.#pair }] as const);
    const meta: KeyMeta = { kind: "value", ...(unit ? { unit } : {}) };
    return this.of({ writes: [...writes, ...twins].map(([key, spec]) => ({ key, value: valueOf(spec), meta })) });
  }

  events(key: string, events: readonly number[], keep: number): ChangeSet {
    const at = Date.now();
    const all = events.map((data) => ({ at, data }));
    return whole({ appends: [{ key, events: all, meta: { kind: "stream", keep } }] });
  }

  of(change: Partial<ChangeSet>): ChangeSet {
    this.last = whole(change);
    return this.last;
  }
}

function whole(change: Partial<ChangeSet>): ChangeSet {
  return { at: Date.now(), writes: [], removes: [], lastCheck: null, interval: 0, ...change };
}
