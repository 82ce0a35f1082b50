import { type BadFrame, frame, type Outcome, refused, text } from "./bad-frame";

const subscribe = '{"type":"subscribe","id":"1","keys":["a.x"]}';
const tooLarge: Outcome = { error: "frame_too_large", closes: 4500 };

/** Texts that are no JSON, and JSON that is no frame. */
const texts: Readonly<Record<string, string>> = {
  nothing: "",
  "a space": " ",
  "a word": "garbage",
  "half an object": "{",
  "only the end of one": "}",
  "an open list": "[",
  "half a frame": subscribe.slice(0, 20),
  "a frame and a bracket": `${subscribe}}`,
  "two frames": subscribe + subscribe,
  "two frames on two lines": `${subscribe}\n${subscribe}`,
  "a frame in a list": `[${subscribe}]`,
  "a frame in a text": JSON.stringify(subscribe),
  "a byte order mark": `\ufeff${subscribe}`,
  "a zero before": `\u0000${subscribe}`,
  "a zero after": `${subscribe}\u0000`,
  "no-break spaces": `\u00a0${subscribe}`,
  "single quotes": "{'type':'subscribe','id':'1','keys':['a.x']}",
  "names without quotes": '{type:"subscribe",id:"1",keys:["a.x"]}',
  "a comma too many": '{"type":"subscribe","id":"1","keys":["a.x"],}',
  "a comment": `${subscribe} // please`,
  "half an escape": '{"type":"subscribe","id":"\\u12","keys":["a.x"]}',
  "an unknown escape": '{"type":"subscribe","id":"\\x41","keys":["a.x"]}',
  "a line end in a text": '{"type":"subscribe","id":"a\nb","keys":["a.x"]}',
  "half a character, not escaped": '{"type":"subscribe","id":"\ud800","keys":["a\ud800"]}',
  NaN: "NaN",
  "NaN as a field": '{"type":"set","id":"1","key":"a.x","value":NaN}',
  "Infinity as a field": '{"type":"set","id":"1","key":"a.x","value":-Infinity}',
  "undefined as a field": '{"type":"set","id":"1","key":"a.x","value":undefined}',
  "a hexadecimal number": '{"type":"set","id":"1","key":"a.x","value":0x10}',
  "a number with a zero before it": '{"type":"set","id":"1","key":"a.x","value":01}',
  null: "null",
  true: "true",
  zero: "0",
  "a number without end": "1e999",
  "a number of 60,000 digits": "9".repeat(60_000),
  "a text": '"subscribe"',
  "an empty list": "[]",
  "an empty object": "{}",
  "a ping with a space": "ping ",
  "a loud ping": "PING",
  "a pong": "pong",
  HTTP: "GET / HTTP/1.1\r\n\r\n",
  "10,000 lists in each other": "[".repeat(10_000) + "]".repeat(10_000),
  "10,000 lists that never close": "[".repeat(10_000),
  "8,000 objects in each other": `${'{"a":'.repeat(8_000)}1${"}".repeat(8_000)}`,
  "lists in each other as keys": `{"type":"subscribe","id":"1","keys":${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
  "lists in each other as type": `{"type":${"[".repeat(10_000)}${"]".repeat(10_000)}}`,
  "a prototype for a frame": `{"__proto__":${subscribe}}`,
  "keys through a prototype": '{"type":"subscribe","id":"1","__proto__":{"keys":["a.x"]}}',
  "a member twice, the last one wrong": '{"type":"subscribe","id":"1","keys":["a.x"],"keys":["a..b"]}',
  "a type twice, the last one wrong": `${subscribe.slice(0, -1)},"type":"nothing"}`,
  "65,536 characters of nothing": " ".repeat(65_536),
};

const types: Readonly<Record<string, unknown>> = {
  null: null,
  "a number": 1,
  "a list": ["subscribe"],
  "an object": { subscribe: true },
  "no characters": "",
  "a capital letter": "Subscribe",
  "a space": "subscribe ",
  "one that nobody knows": "shutdown",
  "one that is not built": "presence",
  "__proto__ itself": "__proto__",
  constructor: "constructor",
  toString: "toString",
  hasOwnProperty: "hasOwnProperty",
  "half a character": "\ud800",
};
/** What only a server says. */
const downTypes = [
  "welcome",
  "snapshot",
  "data_update",
  "beat",
  "unsubscribed",
  "done",
  "error",
  "bye",
  "ping",
  "pong",
];

const bytes = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 31) % 256);
const ascii = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));
const binary: readonly BadFrame[] = [
  { name: "binary: nothing", sent: bytes(0), outcome: refused },
  { name: "binary: a byte", sent: bytes(1), outcome: refused },
  { name: "binary: a frame", sent: ascii(subscribe), outcome: refused },
  { name: "binary: a ping", sent: ascii("ping"), outcome: refused },
  { name: "binary: 70,000 bytes", sent: bytes(70_000), outcome: refused },
];

const large: readonly BadFrame[] = [
  text("65,537 characters", "x".repeat(65_537), tooLarge),
  text("65,537 characters of nothing", " ".repeat(65_537), tooLarge),
  text("a frame with a long tail of nothing", subscribe + " ".repeat(65_536), tooLarge),
  text("a megabyte of a frame", `{"type":"subscribe","id":"${"x".repeat(1_000_000)}","keys":["a.x"]}`, tooLarge),
  text("a value of a megabyte", `{"type":"set","id":"1","key":"a.x","value":"${"x".repeat(1_000_000)}"}`, tooLarge),
  text("40,000 lists in each other", "[".repeat(40_000) + "]".repeat(40_000), tooLarge),
  frame(
    "64 patterns of 128 characters",
    { type: "subscribe", id: "1", keys: Array.from({ length: 64 }, (_, i) => `a.${"k".repeat(124)}${i + 10}`) },
    { error: "too_many_patterns" },
  ),
];

export const oddTexts: readonly BadFrame[] = [
  ...Object.entries(texts).map(([name, sent]) => text(name, sent)),
  ...Object.entries(types).map(([name, type]) => frame(`a type: ${name}`, { type, id: "1", keys: ["a.x"] })),
  ...downTypes.map((type) => frame(`the server's own ${type}`, { type, id: "1", cursor: "abcdefgh:1", keys: ["a.x"] })),
  ...binary,
  ...large,
];
