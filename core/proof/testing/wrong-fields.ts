import { type BadFrame, frame, text } from "./bad-frame";

/** One good frame of each type, and for each of its fields the values that it may not have. */
const missing = Symbol("missing");
type Wrong = Readonly<Record<string, unknown>>;

const absent: Wrong = { "nothing at all": missing };
const noText: Wrong = {
  null: null,
  "a boolean": true,
  "a number": 7,
  "a list": [],
  "an object": {},
};
const ids: Wrong = {
  ...absent,
  ...noText,
  "no characters": "",
  "65 characters": "x".repeat(65),
  "half a character": "\ud800",
  "a turned pair": "\udc00\ud800",
};
const names: Wrong = {
  "no characters": "",
  "a dot": ".",
  "a dot at the end": "a.",
  "a dot at the start": ".a",
  "two dots": "a..b",
  "a space": "a b",
  "a slash": "a/b",
  "a line end": "a\n",
  "a zero": "a\u0000",
  "a letter outside the grammar": "ä",
  "a letter that looks like another": "\u0430.x",
  "half a character": "a.\ud800",
  "only a sign": "$",
  "a sign in the middle": "a.$b",
  "two signs": "$$a",
  "__proto__ itself": "__proto__",
  "__proto__ behind a sign": "$__proto__",
  "constructor within": "a.constructor.b",
  "prototype at the end": "a.prototype",
  "nine segments": "a.b.c.d.e.f.g.h.i",
  "129 characters": "x".repeat(129),
};
const notKeys: Wrong = { ...noText, ...names, "a pattern": "a.*", "every key": "*" };
const notPatterns: Wrong = {
  ...names,
  "two stars": "a.**",
  "a star in a segment": "a*",
  "a star behind a sign": "$*",
  "__proto__ before a star": "__proto__.*",
  "a number": 7,
  null: null,
  "a list": ["a.x"],
};
const lists: Wrong = {
  ...absent,
  null: null,
  "a text": "a.x",
  "an object": { 0: "a.x", length: 1 },
  "no patterns": [],
  "65 patterns": Array.from({ length: 65 }, (_, i) => `a.k${i}`),
  "65 times one pattern": Array.from({ length: 65 }, () => "a.x"),
};
const cursors: Wrong = {
  null: null,
  "a number": 7,
  "no characters": "",
  "an epoch alone": "abcdefgh",
  "no seq": "abcdefgh:",
  "a seq below zero": "abcdefgh:-1",
  "a seq with a zero before it": "abcdefgh:01",
  "a seq with a fraction": "abcdefgh:1.5",
  "a seq with an exponent": "abcdefgh:1e3",
  "a seq that no double holds": "abcdefgh:9007199254740993",
  "a seq of 17 digits": "abcdefgh:10000000000000000",
  "other digits": "abcdefgh:\u0661",
  "capital letters": "ABCDEFGH:1",
  "seven letters": "abcdefg:1",
  "a line end": "abcdefgh:1\n",
};
const counts: Wrong = {
  null: null,
  "a text": "1",
  "a fraction": 1.5,
  "less than zero": -1,
  "a number that no double holds": 2 ** 53,
};
const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
const notPortable: Wrong = {
  "65 levels": nested(65),
  "half a character": "\ud800",
  "half a character within": { a: ["x\udfff"] },
  "half a character as a name": { "\ud800": 1 },
  "a member __proto__": JSON.parse('{"__proto__":{"isAdmin":true}}'),
  "a member __proto__ within": JSON.parse('[{"a":{"__proto__":1}}]'),
};
const operations: Wrong = {
  nothing: null,
  "a text": "add",
  "no operation": {},
  "another operation": { op: "test", path: "/a", value: 1 },
  "a copy": { op: "copy", from: "/a", path: "/b" },
  "no path": { op: "add", value: 1 },
  "a path of numbers": { op: "add", path: 1, value: 1 },
  "a list as path": { op: "remove", path: ["a"] },
  "no value": { op: "replace", path: "/a" },
  "no from": { op: "move", path: "/a" },
  deep: { op: "add", path: "/a", value: nested(65) },
  "a member __proto__": JSON.parse('{"op":"add","path":"/a","value":{"__proto__":1}}'),
};

const notTrue: Wrong = { null: null, "a text": "true", "a number": 1, "a list": [], "an object": {} };
const placeIds: Wrong = {
  ...noText,
  "no characters": "",
  "65 characters": "x".repeat(65),
  "a dot": "a.b",
  "a space": "a b",
  "a slash": "../b",
  "a zero": "a\u0000",
  "a line end": "a\n",
  "a letter outside the grammar": "ä",
  "half a character": "\ud800",
  markup: "<b>",
};
const noPlaces: Wrong = {
  ...absent,
  null: null,
  "a text": "b1",
  "a board alone": { board: "b1" },
  "17 places": Array.from({ length: 17 }, (_, i) => ({ board: `b${i}` })),
  "a place that is null": [null],
  "a place that is a text": ["b1"],
  "a place without a board": [{ panel: "cpu" }],
  "a wrong place among good ones": [{ board: "b1" }, { board: "b1", panel: "" }],
};

const good = {
  presence: { id: "1", places: [{ board: "b1" }] },
  subscribe: { id: "1", keys: ["a.x"], since: "abcdefgh:1" },
  unsubscribe: { id: "1", keys: ["a.x"] },
  resync: { id: "1", keys: ["a.x"] },
  set: { id: "1", key: "a.x", value: 1 },
  append: { id: "1", key: "a.x", data: 1 },
  ack: { cursor: "abcdefgh:1" },
} as const;
type Type = keyof typeof good;

const deep = "[".repeat(10_000) + "]".repeat(10_000);
/** Texts written out: JSON.stringify knows no Infinity, and its stack ends before 10,000 levels. */
const written = [
  text("set, value: 10,000 levels", `{"type":"set","id":"1","key":"a.x","value":${deep}}`),
  text("append, data: 10,000 levels", `{"type":"append","id":"1","key":"a.x","data":${deep}}`),
  text(
    "set, patch: 10,000 levels",
    `{"type":"set","id":"1","key":"a.x","ifRev":1,"patch":[{"op":"add","path":"/a","value":${deep}}]}`,
  ),
  text("set, value: a number without end", '{"type":"set","id":"1","key":"a.x","value":1e999}'),
  text("set, value: a number without end within", '{"type":"set","id":"1","key":"a.x","value":{"a":[-1e999]}}'),
  text("set, ifRev: a number without end", '{"type":"set","id":"1","key":"a.x","value":1,"ifRev":1e999}'),
  text("append, data: a number without end", '{"type":"append","id":"1","key":"a.x","data":[1e400]}'),
  text("ack, part: a number without end", '{"type":"ack","cursor":"abcdefgh:1","part":1e999}'),
];

export const wrongFields: readonly BadFrame[] = [
  ...(["subscribe", "unsubscribe", "resync", "set", "append", "presence"] as const).flatMap((type) =>
    wrong(type, "id", ids),
  ),
  ...(["subscribe", "unsubscribe", "resync"] as const).flatMap((type) => wrong(type, "keys", lists)),
  ...wrong("subscribe", "keys", notPatterns, one, " as a pattern"),
  ...wrong("unsubscribe", "keys", notPatterns, one, " as a pattern"),
  ...wrong("resync", "keys", notKeys, one, " as a key"),
  ...wrong("subscribe", "keys", names, afterGood, " among good ones"),
  ...wrong("subscribe", "since", cursors),
  ...wrong("set", "key", { ...absent, ...notKeys }),
  ...wrong("append", "key", { ...absent, ...notKeys }),
  ...wrong("set", "value", { ...absent, ...notPortable }),
  ...wrong("set", "ifRev", counts),
  ...wrong("append", "data", { ...absent, ...notPortable }),
  ...wrong("presence", "places", noPlaces),
  ...wrong("presence", "places", placeIds, (board) => [{ board }], " as a board"),
  ...wrong("presence", "places", placeIds, (panel) => [{ board: "b1", panel }], " as a panel"),
  ...wrong("presence", "places", { false: false, ...notTrue }, (editing) => [{ board: "b1", editing }], " as editing"),
  ...wrong("ack", "cursor", { ...absent, ...cursors }),
  ...wrong("ack", "part", counts),
  ...patches({ null: null, "a text": "x", "an object": {}, "no operations": [] }),
  ...patches(operations, one, " as an operation"),
  frame("set, a value and a patch", set({ value: 1, patch: [{ op: "add", path: "/a", value: 1 }], ifRev: 1 })),
  frame("set, a patch over nobody knows what", set({ patch: [{ op: "add", path: "/a", value: 1 }] })),
  ...written,
];

type Wrap = (value: unknown) => unknown;

function wrong(type: Type, field: string, values: Wrong, wrap: Wrap = (value) => value, how = "") {
  return Object.entries(values).map(([name, value]) => {
    const { [field]: _, ...rest } = good[type] as Readonly<Record<string, unknown>>;
    return frame(`${type}, ${field}: ${name}${how}`, {
      type,
      ...rest,
      ...(value === missing ? {} : { [field]: wrap(value) }),
    });
  });
}

function patches(values: Wrong, wrap: Wrap = (value) => value, how = ""): BadFrame[] {
  return Object.entries(values).map(([name, value]) =>
    frame(`set, patch: ${name}${how}`, set({ patch: wrap(value), ifRev: 1 })),
  );
}

function set(fields: object): object {
  return { type: "set", id: "1", key: "a.x", ...fields };
}

function one(value: unknown): unknown[] {
  return [value];
}

/** One wrong pattern among good ones: none of them is taken. */
function afterGood(value: unknown): unknown[] {
  return ["a.x", "a.*", value];
}
