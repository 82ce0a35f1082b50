import type { Storage } from "../../store/storage";
import { MemoryStorage } from "../../testing/memory-storage";

/** A storage that says how far it is durable, so that whatever is sent can be held against it. */
export class ProofStorage extends MemoryStorage {
  durable = { epoch: "", seq: 0 };

  override write(change: Parameters<Storage["write"]>[0]): void {
    super.write(change);
    this.durable = {
      epoch: change.epoch ?? this.durable.epoch,
      seq: Math.max(this.durable.seq, ...change.pages.map(({ seq }) => seq)),
    };
  }
}
