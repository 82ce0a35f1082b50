import type { FaultSubject } from "../../testing/fault-subject";

const large = "a".repeat(300_000);

export const httpJsonFaults: FaultSubject = {
  kind: "http-json",
  settings: (url) => ({
    url,
    mapping: [
      { path: "n", expression: "n" },
      { path: "rows", expression: "rows[]", id: "id", value: "v" },
      { path: "more", expression: "more" },
    ],
  }),
  contentType: "application/json",
  good: (value) => JSON.stringify({ n: value, rows: [{ id: "a", v: 1 }], more: { a: 1 } }),
  path: "n",
  bad: {
    "a number beyond JSON's own, and nothing else": "1e999",
    "another charset": "\u00ff\u00fe{\u0000}\u0000",
    "a list where an object was": "[1,2,3]",
    "the message of a failure": '{"error":"no"}',
  },
  shapes: [
    '{"n":1,"rows":[{"id":"a","v":1}],"more":{"a":1}}',
    '{"n":2,"rows":[],"more":[1,2]}',
    '{"n":null,"rows":null,"more":null}',
    '{"n":{"deep":1},"rows":[{"id":"a","v":2},{"id":"b","v":"text"}]}',
    '{"n":[1],"rows":{"id":"a"},"more":"text"}',
    '{"rows":[{"id":"b","v":1},{"id":"a","v":1},{"id":"c","v":null}],"more":false}',
    "[]",
    "null",
  ],
  poisoned: {
    "a name that means something to an object": '{"n":2,"rows":[],"more":{"__proto__":{"polluted":1},"b":1}}',
    "the same, escaped": '{"n":2,"rows":[],"more":{"\\u005f_proto__":{"polluted":1}}}',
    "a constructor": '{"n":2,"rows":[],"more":{"constructor":{"prototype":{"polluted":1}}}}',
    "a name of 10 kB": `{"n":2,"rows":[{"id":"${"k".repeat(10_000)}","v":1}],"more":1}`,
    "a name with a NUL, dots and a face": '{"n":2,"rows":[{"id":"\\u0000..\\ud83d\\ude00","v":1}],"more":1}',
    "half a character": '{"n":2,"rows":[{"id":"\\ud83d","v":"\\ud83d"}],"more":1}',
    "a value over the limit": `{"n":2,"rows":[],"more":"${large}"}`,
    "a number beyond JSON's own": '{"n":2,"rows":[{"id":"a","v":1e999}],"more":1}',
  },
};
