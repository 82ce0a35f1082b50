import type { Timers } from "../clock";
import type { Pace, PaintGate } from "./paint-gate";

/** Milliseconds between two rounds. What came in between is painted in few frames: each costs the browser as much as a panel. */
const ROUND = 500;
/** Once gates were painted for so long (milliseconds), the others get the next frame: input is answered in between. */
const A_FRAME = 12;
/** So often (milliseconds) what is out of sight is painted: until then it holds what it showed, and is read aloud as that. */
const UNSEEN_EVERY = 60_000;
/** Nobody waits for longer than this (milliseconds), but where the clock was set back. */
const LONGEST_WAIT = 1_250;

export interface PainterPorts {
  readonly timers: Timers;
  /** Calls back before the next paint, which a hidden page does not have; what comes back cancels it. */
  readonly beforePaint: (callback: () => void) => () => void;
  /** Does the work, and all rendering that follows from it, at once. */
  readonly flush: (work: () => void) => void;
}

/** Paints the gates that are due, twice a second at most: figures all in one frame, of the rest as many as there is time for, and always one. */
export class Painter {
  /** Of the figures of a page. */
  readonly figures: Pace = { changedAt: Number.NEGATIVE_INFINITY };
  readonly #ports: PainterPorts;
  /** In the order in which they asked. */
  readonly #queue = new Set<PaintGate>();
  /** Out of sight. */
  #unseen: Set<PaintGate> | null = null;
  #planned: { readonly at: number; readonly cancel: () => void } | null = null;
  /** When the present round began. */
  #roundAt = Number.NEGATIVE_INFINITY;

  constructor(ports: PainterPorts) {
    this.#ports = ports;
  }

  ask(gate: PaintGate): void {
    this.#queue.add(gate);
    this.#plan();
  }

  /** For one out of sight: it is painted within a minute, with all others that are. */
  askUnseen(gate: PaintGate): void {
    if (this.#unseen === null) this.#ports.timers.after(UNSEEN_EVERY, () => this.#askForUnseen());
    this.#unseen ??= new Set();
    this.#unseen.add(gate);
  }

  /** At once, in sight or not. */
  paint(gate: PaintGate): void {
    this.#queue.delete(gate);
    this.#ports.flush(() => gate.paint(this.#ports.timers.now()));
  }

  #askForUnseen(): void {
    const gates = this.#unseen ?? [];
    this.#unseen = null;
    for (const gate of gates) this.ask(gate);
  }

  #plan(): void {
    if (this.#queue.size === 0) return;
    const now = this.#ports.timers.now();
    const wait = Math.min(...[...this.#queue].map((gate) => this.#waitOf(gate, now)));
    if (this.#planned && this.#planned.at <= now + wait) return;
    this.#planned?.cancel();
    this.#planned = { at: now + wait, cancel: this.#after(wait) };
  }

  /** Milliseconds until a gate's turn: who waits for no pace of its own waits for no round. */
  #waitOf({ dueAt, isPaced }: PaintGate, now: number): number {
    const at = isPaced ? Math.max(dueAt, this.#roundAt + ROUND) : dueAt;
    return at - now > LONGEST_WAIT ? 0 : Math.max(0, at - now);
  }

  #after(wait: number): () => void {
    let cancel = () => {};
    const paint = () => {
      cancel = this.#ports.beforePaint(() => this.#paint());
    };
    if (wait > 0) cancel = this.#ports.timers.after(wait, paint);
    else paint();
    return () => cancel();
  }

  #paint(): void {
    this.#planned = null;
    const began = this.#ports.timers.now();
    const all = [...this.#queue].filter((gate) => this.#waitOf(gate, began) === 0);
    for (const gate of all) if (gate.isTogether) this.paint(gate);
    const due = all.filter((gate) => !gate.isTogether);
    const inTime = due.findIndex((gate) => {
      this.paint(gate);
      return this.#ports.timers.now() - began >= A_FRAME;
    });
    // A round goes on in the next frame until all that were due are painted.
    const isOver = inTime === -1 || inTime === due.length - 1;
    if (isOver && all.some(({ isPaced }) => isPaced)) this.#roundAt = began;
    this.#plan();
  }
}
