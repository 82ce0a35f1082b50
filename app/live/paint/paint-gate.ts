import type { Painter } from "./painter";

/** So long after its last paint (milliseconds) a panel that only got older is drawn: most often a change comes first. */
const AGES_WAIT = 1_250;

/** When gates that are painted together last were, because something had changed. */
export interface Pace {
  changedAt: number;
}

/** Between what changed and those who show it: what changes several times before the next paint is drawn once. */
export class PaintGate {
  readonly #painter: Painter;
  readonly #every: number;
  readonly #pace: Pace;
  readonly #isPacedWithOthers: boolean;
  readonly #waiting = new Set<() => void>();
  #isSeen = true;
  #hasChange = false;
  #paintedAt = Number.NEGATIVE_INFINITY;

  /**
   * @param every milliseconds between two paints of changes, at least
   * @param together the pace of those that are painted with it
   */
  constructor(painter: Painter, every: number, together?: Pace) {
    this.#painter = painter;
    this.#every = every;
    this.#isPacedWithOthers = together !== undefined;
    this.#pace = together ?? { changedAt: Number.NEGATIVE_INFINITY };
  }

  /** This one is told with the next paint. `isChange`: false where nothing but the time went on. */
  tell(listener: () => void, isChange: boolean): void {
    this.#waiting.add(listener);
    this.#hasChange ||= isChange;
    this.#ask();
  }

  forget(listener: () => void): void {
    this.#waiting.delete(listener);
  }

  /** Out of sight it is painted once a minute; what waits is painted once when it comes into sight. */
  see(isSeen: boolean): void {
    this.#isSeen = isSeen;
    if (this.#waiting.size > 0) this.#ask();
  }

  /** For paper, which has everything in sight. */
  paintNow(): void {
    this.#painter.paint(this);
  }

  /** Painted in one frame with all of its pace: what changed together is never seen apart. */
  get isTogether(): boolean {
    return this.#isPacedWithOthers && this.#isSeen;
  }

  get isPaced(): boolean {
    return this.#every > 0;
  }

  get dueAt(): number {
    return this.#hasChange ? this.#pace.changedAt + this.#every : this.#paintedAt + AGES_WAIT;
  }

  paint(now: number): void {
    const told = [...this.#waiting];
    this.#waiting.clear();
    if (this.#hasChange && this.#isSeen) this.#pace.changedAt = now;
    this.#hasChange = false;
    this.#paintedAt = now;
    for (const listener of told) listener();
  }

  #ask(): void {
    if (this.#isSeen) this.#painter.ask(this);
    else this.#painter.askUnseen(this);
  }
}
