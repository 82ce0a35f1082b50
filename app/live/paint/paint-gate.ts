import type { Painter } from "./painter";

/** So long after its last paint (milliseconds) a panel that only got older is drawn: most often a change comes first. */
const AGES_WAIT = 1_250;

/** Between what changed and those who show it: what changes several times before the next paint is drawn once. */
export class PaintGate {
  readonly #painter: Painter;
  readonly #every: number;
  readonly #waiting = new Set<() => void>();
  #isSeen = true;
  #hasChange = false;
  #changedAt = Number.NEGATIVE_INFINITY;
  #paintedAt = Number.NEGATIVE_INFINITY;

  /** @param every milliseconds between two paints of changes, at least */
  constructor(painter: Painter, every: number) {
    this.#painter = painter;
    this.#every = every;
  }

  /** This one is told with the next paint. `isChange`: false where nothing but the time went on. */
  tell(listener: () => void, isChange: boolean): void {
    this.#waiting.add(listener);
    this.#hasChange ||= isChange;
    if (this.#isSeen) this.#painter.ask(this);
  }

  forget(listener: () => void): void {
    this.#waiting.delete(listener);
  }

  /** Out of sight nothing is painted; what waits is painted once when it comes into sight. */
  see(isSeen: boolean): void {
    this.#isSeen = isSeen;
    if (!isSeen) this.#painter.drop(this);
    else if (this.#waiting.size > 0) this.#painter.ask(this);
  }

  /** For paper, which has everything in sight. */
  paintNow(): void {
    this.#painter.paint(this);
  }

  get isPaced(): boolean {
    return this.#every > 0;
  }

  get dueAt(): number {
    return this.#hasChange ? this.#changedAt + this.#every : this.#paintedAt + AGES_WAIT;
  }

  paint(now: number): void {
    const told = [...this.#waiting];
    this.#waiting.clear();
    if (this.#hasChange) this.#changedAt = now;
    this.#hasChange = false;
    this.#paintedAt = now;
    for (const listener of told) listener();
  }
}
