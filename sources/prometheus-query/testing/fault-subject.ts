import type { FaultSubject } from "../../testing/fault-subject";

const success = (resultType: string, result: unknown) =>
  JSON.stringify({ status: "success", data: { resultType, result } });
const series = (...metrics: readonly (readonly [labels: Record<string, string>, value: unknown])[]) =>
  success(
    "vector",
    metrics.map(([metric, value]) => ({ metric, value: [1_795_277_313.5, value] })),
  );

export const prometheusQueryFaults: FaultSubject = {
  kind: "prometheus-query",
  // What it adds to the server's address becomes part of this query: the upstream goes by paths.
  settings: (url) => ({ url: `${url}?of=`, queries: ["n = up"] }),
  contentType: "application/json",
  good: (value) => series([{}, String(value)]),
  path: "n",
  bad: {
    "another API's answer": '{"n":1}',
    "the server's own failure": '{"status":"error","errorType":"internal","error":"no"}',
    "a result of another shape": success("vector", [{ metric: {}, value: "1" }]),
    "a number where its text belongs": series([{}, 1]),
    "two series of one name": series([{}, "1"], [{}, "2"]),
  },
  shapes: [
    series([{}, "1"]),
    series([{ a: "1" }, "1"], [{ a: "2" }, "2"]),
    series(),
    success("scalar", [1, "2"]),
    success("string", [1, "words"]),
    series([{}, "NaN"]),
    success("matrix", [{ metric: {}, values: [[1, "1"]] }]),
    '{"status":"error","error":"no"}',
    "null",
  ],
  poisoned: {
    "a label that means something to an object":
      '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1,"2"]},{"metric":{"constructor":"x"},"value":[1,"1"]}]}}',
    "a label's value of 10 kB": series([{}, "2"], [{ a: "k".repeat(10_000) }, "1"]),
    "a label's value with a NUL, dots and a face": series([{}, "2"], [{ a: "\u0000..\u{1f600}" }, "1"]),
    "numbers beyond JSON's own": series([{}, "2"], [{ a: "1" }, "1e999"], [{ a: "2" }, "-Inf"]),
    "a value that is none": series([{}, "2"], [{ a: "1" }, "oops"]),
  },
};
