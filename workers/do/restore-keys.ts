import type { KeyState } from "../../core/protocol/snapshot";
import { restored } from "../../core/sources/restored";
import { isWritten } from "../../core/sources/written";
import type { LiveEngine } from "./live-engine";
import { clock } from "./system";

/** Puts back what a source held, if it is one that people or programs write. */
export function restoreKeys({ refresher, room }: LiveEngine, slug: string, keys: readonly KeyState[]): void {
  if (!isWritten(refresher.source(slug)?.kind ?? "")) return;
  // With the time that they have now, as a restart would find them.
  refresher.heard(new Set([slug]), room.commit(restored(keys, clock.now())));
}
