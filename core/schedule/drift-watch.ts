import { holdDrifted, type Sorted } from "../sources/hold-drifted";
import type { Refresh } from "../sources/reading";
import type { RefresherPorts } from "./refresher-ports";

const NONE: ReadonlySet<string> = new Set();

/** What is to be stored of a good answer. `keys`: how many the source has afterwards. */
interface Settling extends Omit<Sorted, "stays"> {
  readonly keys: number;
  readonly seen: { readonly unseen: ReadonlySet<string>; readonly unseenBefore: ReadonlySet<string> };
}

/** Keeps what an answer lacks, and what of that must be known at the next one. */
export class DriftWatch {
  readonly #ports: Pick<RefresherPorts, "get" | "keysOf" | "stateOf">;
  /** Sources whose last answer was good and is stored. */
  readonly #held = new Set<string>();
  /** Definitions that changed: whatever type of value the next good answer brings is right. */
  readonly #changed = new Set<string>();
  /** Of sources that drifted: the keys that their last good answer did not have. */
  readonly #unseen = new Map<string, ReadonlySet<string>>();

  constructor(ports: Pick<RefresherPorts, "get" | "keysOf" | "stateOf">) {
    this.#ports = ports;
  }

  changed(slug: string): void {
    this.#changed.add(slug);
    this.#held.delete(slug);
  }

  /** Whether an answer that nothing has changed means what is held: the last one was good, and for these settings. */
  isHeld(slug: string): boolean {
    return this.#held.has(slug);
  }

  failed(slug: string): void {
    this.#held.delete(slug);
  }

  forget(slug: string): void {
    this.#held.delete(slug);
    this.#changed.delete(slug);
    this.#unseen.delete(slug);
  }

  sort(slug: string, outcome: Extract<Refresh, { ok: true }>, at: number): Settling {
    const keys = this.#ports.keysOf(slug);
    const state = this.#ports.stateOf(slug);
    const drift = (state?.state === "ok" && state.drift) || [];
    const unseenBefore = this.#unseen.get(slug) ?? NONE;
    if (outcome.unchanged) {
      return { writes: [], removes: [], drift, keys: keys.length, seen: { unseen: unseenBefore, unseenBefore } };
    }
    // A stream is held as long as its source names it, with or without new events.
    const streams = new Set(outcome.appends?.map(({ key }) => key));
    const held = {
      slug,
      keys: keys.filter((key) => !streams.has(key)),
      value: (key: string) => this.#ports.get(key)?.value,
      drift,
    };
    const { stays: unseen, ...sorted } = holdDrifted(
      outcome.readings,
      outcome.misfits ?? [],
      held,
      at,
      !this.#changed.has(slug),
    );
    return { ...sorted, keys: sorted.writes.length + unseen.size + streams.size, seen: { unseen, unseenBefore } };
  }

  /** What was sorted is stored. */
  settled(slug: string, unseen: ReadonlySet<string>): void {
    this.#held.add(slug);
    this.#changed.delete(slug);
    this.#unseen.set(slug, unseen);
  }
}
