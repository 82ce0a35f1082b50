import { expect, test } from "vitest";
import { toExposition } from "./exposition.mjs";
import { metricList } from "./metric-list.mjs";

const samples = (text: string) => text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));

test("writes what is known, and nothing of what is not", async () => {
  const text = await toExposition([
    { name: "load1", value: 0.123 },
    { name: "load5", value: undefined },
    { name: "load15", value: Number.NaN },
    { name: "temperature_celsius", value: null },
    { name: "cpu_core_usage_percent", of: "0", value: 12.3456 },
    { name: "cpu_core_usage_percent", of: "1", value: undefined },
    { name: "disk_used_bytes", of: '/a "b"', value: 1.6 },
  ]);
  expect(samples(text)).toEqual(
    [
      "machine_load1 0.12",
      'machine_cpu_core_usage_percent{core="0"} 12.35',
      String.raw`machine_disk_used_bytes{mount="/a \"b\""} 2`,
    ].sort((a, b) => order(a) - order(b)),
  );
  expect(text).not.toContain("load5");
});

test("nothing known is an empty answer", async () => {
  expect((await toExposition([])).trim()).toBe("");
});

function order(line: string): number {
  const name = /^machine_([a-z0-9_]+)/.exec(line)?.[1];
  return metricList.findIndex((metric) => metric.name === name);
}
