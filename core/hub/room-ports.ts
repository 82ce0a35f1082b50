import type { Timers } from "../ports";
import type { Beat } from "../protocol/beat";
import type { Commit } from "../store/store";
import type { Limits } from "./limits";
import type { Member } from "./members";
import type { WritesPorts } from "./writes";

export interface RoomPorts extends Pick<WritesPorts, "clock" | "logger" | "source" | "told" | "heard"> {
  readonly timers: Timers;
  readonly limits: Limits;
  times(): Pick<Beat, "checked" | "due">;
  /** Whether everybody's rights are known to be what they were: nothing is sent while not. Ended by `release`. */
  cleared(): boolean;
  /** The patterns of a connection changed, or where it stands: keep them where a hibernation does not reach. */
  remember(member: Member): void;
  /** A change is durable and on its way; what this commits is a step after it. Must not throw. */
  committed?(commit: Commit): void;
  /** Somebody began or ceased to watch something. */
  watchersChanged(): void;
}
