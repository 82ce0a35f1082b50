import { type BadFrame, frame, type Outcome } from "./bad-frame";

/** A reader that is told of a store it does not know. */
const future = "abcdefgh:9007199254740991";
const nothing: Outcome = { says: "nothing" };
const first: Outcome = { snapshot: "first" };
const subscribe = (keys: readonly string[], since?: string) => ({
  type: "subscribe",
  id: "1",
  keys,
  ...(since ? { since } : {}),
});

/** Well-formed frames that ask for what is not there, not theirs, or never was. None of them is an error of form. */
export const oddRequests: readonly BadFrame[] = [
  frame("a seq in the future", subscribe(["a.x"], "{epoch}:9007199254740991"), { snapshot: "ahead" }),
  frame("the next seq", subscribe(["a.x"], "{epoch}:{next}"), { snapshot: "ahead" }),
  frame("another epoch", subscribe(["a.x"], "zzzzzzzz:0"), { snapshot: "epoch" }),
  frame("another epoch's future", subscribe(["a.x"], future.replace("abcdefgh", "zzzzzzzz")), { snapshot: "epoch" }),
  frame("another person's inbox", subscribe(["$inbox.other"]), first),
  frame("every inbox", subscribe(["$inbox.*"]), first),
  frame("the engine's own rooms", subscribe(["$rooms.*", "$alerts.*", "$presence.*"]), first),
  frame("a name of every object", subscribe(["toString", "hasOwnProperty", "valueOf.x", "isPrototypeOf"]), first),
  frame("a key that is not there", subscribe(["a.nothing"]), first),
  frame("one pattern 64 times", subscribe(Array.from({ length: 64 }, () => "a.x")), first),
  frame("resync of another person's inbox", { type: "resync", id: "1", keys: ["$inbox.other"] }, first),
  frame("resync of what is not there", { type: "resync", id: "1", keys: ["a.nothing", "toString"] }, first),
  frame(
    "resync of one key 64 times",
    { type: "resync", id: "1", keys: Array.from({ length: 64 }, () => "a.x") },
    first,
  ),
  frame(
    "taking back what was never asked for",
    { type: "unsubscribe", id: "1", keys: ["b.*"] },
    { says: "unsubscribed" },
  ),
  frame(
    "taking back another's inbox",
    { type: "unsubscribe", id: "1", keys: ["$inbox.other"] },
    { says: "unsubscribed" },
  ),
  frame("being on a board that is not there", { type: "presence", id: "1", places: [{ board: "toString" }] }, nothing),
  frame(
    "being at 16 places of one board",
    { type: "presence", id: "1", places: Array.from({ length: 16 }, () => ({ board: "b1", panel: "x".repeat(64) })) },
    nothing,
  ),
  frame("being nowhere", { type: "presence", id: "1", places: [] }, nothing),
  frame("an ack of what was never sent", { type: "ack", cursor: "{epoch}:0" }, nothing),
  frame("an ack from the future", { type: "ack", cursor: "{epoch}:9007199254740991" }, nothing),
  frame("an ack of another epoch", { type: "ack", cursor: "zzzzzzzz:1" }, nothing),
  frame("an ack of a part that never was", { type: "ack", cursor: "{epoch}:{seq}", part: 99 }, nothing),
  frame("an ack of part 0", { type: "ack", cursor: "{epoch}:{seq}", part: 0 }, nothing),
  frame("an ack of a part in the future", { type: "ack", cursor: "{epoch}:{next}", part: 1 }, nothing),
];
