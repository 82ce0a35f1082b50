import { ReferenceReader } from "../../../core/proof/testing/reference-reader";
import type { Down } from "../../../core/protocol/down";

/** A reader by the book on one transport. It may go and come back, and goes on from its cursor then. */
export abstract class Seat {
  abstract readonly name: string;
  reader = new ReferenceReader();
  /** What it held against the server: thrown where it is heard, told where the test looks. */
  readonly faults: unknown[] = [];
  /** How often it came. */
  visits = 0;
  #isHere = false;

  constructor(patterns: readonly string[]) {
    for (const pattern of patterns) this.reader.want(pattern);
  }

  get isHere(): boolean {
    return this.#isHere;
  }

  async come(): Promise<void> {
    if (this.#isHere) return;
    this.#isHere = true;
    this.visits += 1;
    await this.connect();
  }

  /** The connection is over, whoever ended it. */
  async go(): Promise<void> {
    if (!this.#isHere) return;
    this.#isHere = false;
    this.reader.closed(false);
    await this.disconnect();
  }

  protected abstract connect(): Promise<void>;
  protected abstract disconnect(): Promise<void>;
  /** Takes its time with the next frame, until it is told to go on; where the transport shows that to the server. */
  hold(): void {}
  goOn(): void {}

  /** Fetches what does not come by itself. */
  abstract look(): Promise<void>;

  /** Frames of a connection that is over are not heard. */
  protected hear(visit: number, frame: Down): void {
    if (!this.#isHere || visit !== this.visits) return;
    try {
      this.reader.hear(frame);
      this.reader.acknowledge();
    } catch (error) {
      this.faults.push(error);
    }
  }
}
