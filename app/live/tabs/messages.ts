import * as z from "zod/mini";
import { beat } from "../../../core/protocol/beat";
import { dataUpdate } from "../../../core/protocol/data-update";
import { done } from "../../../core/protocol/done";
import { errorFrame } from "../../../core/protocol/error";
import { snapshot } from "../../../core/protocol/snapshot";
import { unsubscribed } from "../../../core/protocol/unsubscribed";
import { up } from "../../../core/protocol/up";
import { welcome } from "../../../core/protocol/welcome";

/*
 * What tabs tell each other. A line is known by a random id; it has a channel and a lock of its own, both named by it,
 * and is there for as long as its lock is held. What does not parse is from a page of another version.
 */

const ending = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("closed"), code: z.number(), reason: z.string(), after: z.number() }),
  z.object({ kind: z.literal("silent") }),
  z.object({ kind: z.literal("bad_frame") }),
  z.object({ kind: z.literal("blocked") }),
  z.object({ kind: z.literal("version") }),
]);

const frame = z.discriminatedUnion("type", [snapshot, dataUpdate, beat, unsubscribed, done, errorFrame]);

/** On the channel of all tabs: a line that wants to be served; and who leads from now on, as before, or again. */
export const toAll = z.discriminatedUnion("type", [
  z.object({ type: z.literal("call"), line: z.string() }),
  z.object({ type: z.literal("leads"), by: z.string() }),
]);

export type ToAll = z.infer<typeof toAll>;

/** On a line's channel, from its tab. A `ping` is answered by `here`; `isSeen`: somebody looks at that tab. */
export const toLeader = z.discriminatedUnion("type", [
  z.object({ type: z.literal("up"), frame: up }),
  z.object({ type: z.literal("ping"), isSeen: z.boolean() }),
]);

export type ToLeader = z.infer<typeof toLeader>;

/** On a line's channel, to its tab. `turned_away`: it cannot be served, and needs a line of its own. */
export const toTab = z.discriminatedUnion("type", [
  z.object({ type: z.literal("here"), by: z.string() }),
  z.object({ type: z.literal("welcomed"), frame: welcome, transport: z.enum(["WebSocket", "SSE", "polling"]) }),
  z.object({ type: z.literal("received"), frame }),
  z.object({ type: z.literal("ended"), ending }),
  z.object({ type: z.literal("turned_away") }),
]);
export type ToTab = z.infer<typeof toTab>;
