import { type Directory, directoryChange } from "../../core/people/directory";
import type { Clock, Logger } from "../../core/ports";
import type { ChangeSet } from "../../core/store/store";

/** In the object's storage: whether the directory has ever been read. */
const KNOWN = "people_known";

interface PeoplePorts {
  readonly clock: Clock;
  readonly logger: Pick<Logger, "error">;
  readonly kv: SyncKvStorage;
  /** Asks D1. */
  read(): Promise<Directory>;
  keysOf(first: string): readonly string[];
  commit(change: ChangeSet): void;
  /** Boards may be there, or gone, that somebody has open. */
  changed(): void;
}

/** Keeps the keys about boards and members as D1 has them: read at the first contact, and when something changed. */
export class People {
  readonly #ports: PeoplePorts;
  #last: Promise<void> = Promise.resolve();

  constructor(ports: PeoplePorts) {
    this.#ports = ports;
  }

  get known(): boolean {
    return this.#ports.kv.get(KNOWN) === true;
  }

  /** Reads and commits, one after the other: an answer that was asked for before a change is never the last. Throws what D1 throws. */
  read(): Promise<void> {
    const next = this.#last.then(() => this.#readOnce());
    this.#last = next.catch(() => {});
    return next;
  }

  /** Nobody waits for it: where it fails, the next contact reads again. */
  async moved(): Promise<void> {
    try {
      await this.read();
    } catch (cause) {
      this.#ports.logger.error("people_unread", { cause: String(cause) });
      this.#ports.kv.delete(KNOWN);
    }
  }

  async #readOnce(): Promise<void> {
    const ports = this.#ports;
    const change = directoryChange(await ports.read(), (first) => ports.keysOf(first));
    ports.commit({ at: ports.clock.now(), lastCheck: null, interval: 0, ...change });
    ports.changed();
    if (!this.known) ports.kv.put(KNOWN, true);
  }
}
