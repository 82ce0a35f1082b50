import type { Json } from "../../json";
import { type BadFrame, frame, type Outcome } from "./bad-frame";

/** The keys of a source that people write, as they stand when the frames below arrive. */
export const writable: Readonly<Record<string, Json>> = {
  "list.value": { a: [1], b: { c: 1 } },
  "list.large": { text: "x".repeat(250_000) },
};
/** The stream beside them. */
export const writableStream = "list.log";

const set = (fields: object) => ({ type: "set", id: "1", key: "list.value", ...fields });
const append = (key: string) => ({ type: "append", id: "1", key, data: 1 });
/** `{rev}` stands for the rev that the keys above have. */
const patch = (operations: readonly object[], key = "list.value") => set({ key, patch: operations, ifRev: "{rev}" });
const is = (error: Extract<Outcome, { error: unknown }>["error"]): Outcome => ({ error });
const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));

/** Operations that fit no value, or not this one. */
const misfits: Readonly<Record<string, readonly object[]>> = {
  "a path that is no pointer": [{ op: "add", path: "a", value: 1 }],
  "half an escape": [{ op: "add", path: "/a~2", value: 1 }],
  "through __proto__": [{ op: "add", path: "/__proto__/x", value: 1 }],
  "to __proto__": [{ op: "add", path: "/__proto__", value: { x: 1 } }],
  "through constructor": [{ op: "add", path: "/constructor/prototype/x", value: 1 }],
  "to prototype": [{ op: "replace", path: "/b/prototype", value: 1 }],
  "from __proto__": [{ op: "move", from: "/__proto__", path: "/x" }],
  "through what is not there": [{ op: "add", path: "/nothing/x", value: 1 }],
  "through a number": [{ op: "add", path: "/b/c/d", value: 1 }],
  "removing what is not there": [{ op: "remove", path: "/nothing" }],
  "replacing what every object has": [{ op: "replace", path: "/toString", value: 1 }],
  "removing the whole": [{ op: "remove", path: "" }],
  "an index past the end": [{ op: "add", path: "/a/2", value: 1 }],
  "an index below zero": [{ op: "add", path: "/a/-1", value: 1 }],
  "an index with a zero before it": [{ op: "add", path: "/a/00", value: 1 }],
  "an index with an exponent": [{ op: "add", path: "/a/1e0", value: 1 }],
  "replacing behind the end": [{ op: "replace", path: "/a/-", value: 1 }],
  "the length of a list": [{ op: "replace", path: "/a/length", value: 0 }],
  "a path of 20,000 tokens": [{ op: "add", path: "/a".repeat(20_000), value: 1 }],
  "the last of many": [
    ...Array.from({ length: 50 }, () => ({ op: "add", path: "/n", value: 1 })),
    { op: "remove", path: "/m" },
  ],
  "201 operations": Array.from({ length: 201 }, () => ({ op: "add", path: "/n", value: 1 })),
  "65 levels together": [{ op: "add", path: "/a/-", value: nested(63) }],
};

/** Writes of what is not theirs, not there, not as they think, or too much. */
export const oddWrites: readonly BadFrame[] = [
  frame("set of a key without a source", set({ key: "a.x", value: 1 }), is("not_found")),
  frame("append to a key without a source", append("a.x"), is("not_found")),
  frame("set of a source's own name", set({ key: "list", value: 1 }), is("not_found")),
  frame("set of the engine's state", set({ key: "$sources.list", value: { state: "ok" } }), is("read_only")),
  frame("append to the engine's state", append("$sources.list"), is("read_only")),
  frame("set in another's inbox", set({ key: "$inbox.other", value: 1 }), is("not_found")),
  frame("append to another's inbox", append("$inbox.other"), is("not_found")),
  frame("append to a room of the engine", append("$rooms.r"), is("not_found")),
  frame("set of a room", set({ key: "$rooms.r", value: [] }), is("not_found")),
  frame("set of what another follows", set({ key: "$followed.other", value: [] }), is("not_found")),
  frame("set of who is here", set({ key: "$presence.r", value: [] }), is("read_only")),
  frame("append to who is here", append("$presence.r"), is("read_only")),
  frame("set of who belongs here", set({ key: "$members", value: [] }), is("read_only")),
  frame("set of a board", set({ key: "$boards.r", value: { slug: "r", title: "r" } }), is("read_only")),
  frame("append to the marks of a board that is not there", append("$marks.r"), is("not_found")),
  frame("set of a board's marks", set({ key: "$marks.r", value: [] }), is("not_found")),
  frame("set of a room without a board", set({ key: "$rooms", value: [] }), is("not_found")),
  frame("append to an inbox of nobody", append("$inbox"), is("not_found")),
  frame("set of a stream", set({ key: writableStream, value: [] }), is("wrong_kind")),
  frame("append to a value", append("list.value"), is("wrong_kind")),
  frame("set of what should not be there", set({ value: 2, ifRev: 0 }), is("conflict")),
  frame("set over a rev of the future", set({ value: 2, ifRev: 9007199254740991 }), is("conflict")),
  frame("set over a rev of what is not there", set({ key: "list.nothing", value: 2, ifRev: 1 }), is("conflict")),
  frame("a patch over the rev before", set({ patch: [{ op: "add", path: "/n", value: 1 }], ifRev: 0 }), is("conflict")),
  frame("a patch of a stream", patch([{ op: "add", path: "/-", value: 1 }], writableStream), is("wrong_kind")),
  frame(
    "a patch that makes a value too large",
    patch([{ op: "add", path: "/more", value: "y".repeat(20_000) }], "list.large"),
    is("value_too_large"),
  ),
  ...Object.entries(misfits).map(([name, operations]) => frame(`a patch: ${name}`, patch(operations), is("bad_patch"))),
];
