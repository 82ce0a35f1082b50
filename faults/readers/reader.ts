import { backOff } from "../../app/live/back-off";
import { ReferenceReader } from "../../core/proof/testing/reference-reader";
import { closeCodes, mayComeBack } from "../../core/protocol/bye";
import type { Down } from "../../core/protocol/down";
import type { Snapshot } from "../../core/protocol/snapshot";
import type { Dice } from "../dice";

export interface ReaderOrder {
  readonly name: string;
  /** Of the network before the server. */
  readonly port: number;
  /** What each of its requests carries: who it is. */
  readonly headers: Readonly<Record<string, string>>;
  readonly patterns: readonly string[];
  readonly dice: Dice;
  /** Told each time that the reader has heard something. */
  readonly heard?: (reader: Reader) => void;
  /** Who polls: the least and the most milliseconds until the next question. */
  readonly every?: readonly [least: number, most: number];
}

/** Ways to be told to come back that nothing of what is done here explains. */
const UNEXPECTED: readonly number[] = [
  closeCodes.session_expired,
  closeCodes.rights_changed,
  closeCodes.epoch_changed,
  closeCodes.rate_limited,
];

/** A reader by the book on one transport. When its connection ends it comes back by the client's rules, from its cursor. */
export abstract class Reader {
  readonly order: ReaderOrder;
  readonly book = new ReferenceReader();
  /** What it held against the server. */
  readonly faults: string[] = [];
  /** How its connections ended, and how often. */
  readonly ends = new Map<string, number>();
  /** When its newest connection began, and was first told something, by performance.now(). */
  cameAt = 0;
  toldAt = 0;
  protected visit = 0;
  #isHere = false;
  #isAway = true;
  #attempt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(order: ReaderOrder) {
    this.order = order;
    for (const pattern of order.patterns) this.book.want(pattern);
  }

  abstract readonly transport: "WebSocket" | "SSE" | "polling";
  protected abstract connect(): void;
  protected abstract disconnect(): void;

  get isHere(): boolean {
    return this.#isHere;
  }

  come(): void {
    this.#isAway = false;
    this.#begin();
  }

  /** Leaves, and stays away. */
  go(): void {
    this.#isAway = true;
    clearTimeout(this.#timer);
    this.ended(this.visit, "left");
  }

  /** The connection of this visit is over, whoever ended it. */
  protected ended(visit: number, how: string | number): void {
    if (!this.#isHere || visit !== this.visit) return;
    this.#isHere = false;
    this.ends.set(String(how), (this.ends.get(String(how)) ?? 0) + 1);
    if (typeof how === "number" && how >= 4_000 && (!mayComeBack(how) || UNEXPECTED.includes(how))) {
      this.faults.push(`it was closed with ${how}`);
    }
    this.book.closed(false);
    this.disconnect();
    if (this.#isAway) return;
    this.#timer = setTimeout(() => this.#begin(), backOff(this.#attempt, this.order.dice));
    this.#attempt += 1;
  }

  /** A frame of this visit. What came before an end of it is not heard after it. */
  protected hear(visit: number, frame: Down): void {
    if (!this.#isHere || visit !== this.visit) return;
    this.toldAt ||= performance.now();
    if (frame.type === "snapshot") this.#told(frame);
    try {
      this.book.hear(frame);
      this.book.acknowledge();
      this.order.heard?.(this);
    } catch (error) {
      this.faults.push(String(error));
    }
  }

  /** Nothing that is done here takes a cursor's worth: no other epoch, no commit that is lost, few removals. */
  #told({ full, reason }: Snapshot): void {
    this.#attempt = 0;
    if (full && reason !== "first") this.faults.push(`it was told everything anew: ${reason}`);
  }

  #begin(): void {
    // Who is called back before its own time has one visit, not another on top: the first would go on asking.
    clearTimeout(this.#timer);
    this.#isHere = true;
    this.visit += 1;
    [this.cameAt, this.toldAt] = [performance.now(), 0];
    this.connect();
  }
}
