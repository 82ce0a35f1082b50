import * as v from "valibot";
import { beat } from "../../../core/protocol/beat";
import { dataUpdate } from "../../../core/protocol/data-update";
import { done } from "../../../core/protocol/done";
import { errorFrame } from "../../../core/protocol/error";
import { snapshot } from "../../../core/protocol/snapshot";
import { unsubscribed } from "../../../core/protocol/unsubscribed";
import { up } from "../../../core/protocol/up";
import { welcome } from "../../../core/protocol/welcome";
import { finite } from "../../../core/schema/finite";

/*
 * What tabs tell each other. A line is known by a random id; it has a channel and a lock of its own, both named by it,
 * and is there for as long as its lock is held. What does not parse is from a page of another version.
 */

const ending = v.variant("kind", [
  v.object({ kind: v.literal("closed"), code: finite(), reason: v.string(), after: finite() }),
  v.object({ kind: v.literal("silent") }),
  v.object({ kind: v.literal("bad_frame") }),
  v.object({ kind: v.literal("blocked") }),
  v.object({ kind: v.literal("version") }),
]);

const frame = v.variant("type", [snapshot, dataUpdate, beat, unsubscribed, done, errorFrame]);

/** On the channel of all tabs: a line that wants to be served; and who leads from now on, as before, or again. */
export const toAll = v.variant("type", [
  v.object({ type: v.literal("call"), line: v.string() }),
  v.object({ type: v.literal("leads"), by: v.string() }),
]);

export type ToAll = v.InferOutput<typeof toAll>;

/** On a line's channel, from its tab. A `ping` is answered by `here`; `isSeen`: somebody looks at that tab. */
export const toLeader = v.variant("type", [
  v.object({ type: v.literal("up"), frame: up }),
  v.object({ type: v.literal("ping"), isSeen: v.boolean() }),
]);

export type ToLeader = v.InferOutput<typeof toLeader>;

/** On a line's channel, to its tab. `turned_away`: it cannot be served, and needs a line of its own. */
export const toTab = v.variant("type", [
  v.object({ type: v.literal("here"), by: v.string() }),
  v.object({ type: v.literal("welcomed"), frame: welcome, transport: v.picklist(["WebSocket", "SSE", "polling"]) }),
  v.object({ type: v.literal("received"), frame }),
  v.object({ type: v.literal("ended"), ending }),
  v.object({ type: v.literal("turned_away") }),
]);
export type ToTab = v.InferOutput<typeof toTab>;
