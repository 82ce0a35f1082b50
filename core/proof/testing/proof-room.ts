import type { Hub } from "../../hub/hub";
import { Room } from "../../hub/room";
import type { RoomPorts } from "../../hub/room-ports";
import type { ChangeSet } from "../../store/change-set";
import type { Commit, Store } from "../../store/store";

/** Sees every change on its one way in, whoever makes it. */
type Witness = (change: ChangeSet, commit: () => Commit | null) => Commit | null;

export class ProofRoom extends Room {
  readonly #witness: Witness;

  constructor(store: Store, hub: Hub, ports: RoomPorts, witness: Witness) {
    super(store, hub, ports);
    this.#witness = witness;
  }

  override commit(change: ChangeSet): Commit | null {
    return this.#witness(change, () => super.commit(change));
  }
}
