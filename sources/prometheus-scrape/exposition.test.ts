import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NotExposition, parseExposition } from "./exposition";

const fixture = readFileSync(new URL("./fixtures/node-process.prom", import.meta.url), "utf8");

test("reads labels, escapes and values as they are written", () => {
  const text = String.raw`# HELP disk_free_bytes Free \\ here\nand there.
# TYPE disk_free_bytes gauge
disk_free_bytes{mount="C:\\",name="a \"b\"\nc"} 1.5e+09 1795255446000
up 1`;
  expect(parseExposition(text)).toEqual([
    {
      name: "disk_free_bytes",
      labels: { mount: "C:\\", name: 'a "b"\nc' },
      value: "1.5e+09",
      help: "Free \\ here and there.",
    },
    { name: "up", labels: {}, value: "1", help: "" },
  ]);
});

test("keeps the last line, with and without a line end, and lines that end with CR LF", () => {
  for (const text of ["a 1\nb 2", "a 1\nb 2\n", "a 1\r\nb 2\r\n"]) {
    expect(parseExposition(text).map(({ name, value }) => `${name}=${value}`)).toEqual(["a=1", "b=2"]);
  }
});

test("a histogram with labels keeps each sum and count, and tells its buckets", () => {
  const all = parseExposition(fixture).filter(({ name }) => name.startsWith("http_request_duration_seconds"));
  const found = all.filter(({ bucketOf }) => bucketOf === undefined);
  expect(new Set(all.flatMap(({ bucketOf }) => bucketOf ?? []))).toEqual(new Set(["http_request_duration_seconds"]));
  expect(found.map(({ name, labels }) => [name, labels["route"]])).toEqual([
    ["http_request_duration_seconds_sum", "/a"],
    ["http_request_duration_seconds_count", "/a"],
    ["http_request_duration_seconds_sum", '/b "q"\\x'],
    ["http_request_duration_seconds_count", '/b "q"\\x'],
  ]);
  expect(found[0]?.help).toBe("Duration of requests in seconds.");
});

test("a summary with labels keeps the quantiles of each", () => {
  const found = parseExposition(fixture).filter(({ name }) => name === "rpc_duration_seconds");
  expect(found.map(({ labels, value }) => [labels["service"], labels["quantile"], value])).toEqual([
    ["x", "0.5", "1"],
    ["x", "0.99", "1"],
    ["y", "0.5", "2"],
    ["y", "0.99", "2"],
  ]);
});

test("a metric that is only called a bucket is read as any other", () => {
  expect(parseExposition("# TYPE s3_bucket gauge\ns3_bucket 1\n")).toEqual([
    { name: "s3_bucket", labels: {}, value: "1", help: "" },
  ]);
});

test("[PS1] counters are told by their type, and the counts of histograms and summaries with them", () => {
  const types = "# TYPE a counter\n# TYPE b_total gauge\n# TYPE h histogram\n# TYPE s summary\n# TYPE x_count gauge\n";
  const text = `${types}a 1\nb_total 1\nc_total 1\nd 1\nh_sum 1\nh_count 1\ns_count 1\nx_count 1\ne_count 1`;
  const counters = parseExposition(text).filter(({ counter }) => counter);
  expect(counters.map(({ name }) => name)).toEqual(["a", "h_count", "s_count"]);
});

test.each([["<!DOCTYPE html>\n<p>Hello</p>"], ['{"a": 1}'], ["not metrics at all"], ["up{a=b} 1"], ["1abc 2"]])(
  "%s is not the text format",
  (text) => {
    const samples = () => parseExposition(text);
    if (text === "not metrics at all") return expect(samples()[0]?.value).toBe("metrics");
    expect(samples).toThrow(NotExposition);
  },
);

test("an answer of nothing, or of comments, has no samples", () => {
  expect(parseExposition("")).toEqual([]);
  expect(parseExposition("# HELP a b\n# TYPE a gauge\n# EOF\n")).toEqual([]);
});
