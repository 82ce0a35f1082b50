import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prometheus } from "../sources/prometheus/connector";
import { oneAnswer } from "../sources/testing/one-answer";

const exporter = spawn(process.execPath, ["exporter/exporter.mjs", "--port", "0"], {
  stdio: ["ignore", "pipe", "inherit"],
});
let address = "";
beforeAll(async () => {
  const [line] = await once(createInterface({ input: exporter.stdout }), "line");
  address = `http://127.0.0.1:${JSON.parse(line).port}`;
});
afterAll(async () => {
  exporter.kill();
  await once(exporter, "exit");
});

async function keys(): Promise<Map<string, number>> {
  const response = await fetch(`${address}/metrics`);
  const reply = { ok: true, status: 200, contentType: "text/plain", text: await response.text() } as const;
  const settings = prometheus.parseSettings({ url: "upstream:machine", prefix: "machine_" });
  if (!settings.ok) throw new Error(settings.failure.message);
  const outcome = await prometheus.read(settings.settings, oneAnswer(reply));
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return new Map(outcome.readings.map(({ path, value }) => [path, Number(value)]));
}

test("tells what any machine has, as keys that its README lists", async () => {
  await expect.poll(async () => (await keys()).has("cpu_usage_percent"), { timeout: 10_000 }).toBe(true);
  const found = await keys();
  for (const name of [
    "cpu_core_usage_percent.0",
    "load1",
    "memory_used_bytes",
    "memory_used_percent",
    "uptime_seconds",
  ]) {
    expect(found.get(name), name).toBeGreaterThanOrEqual(0);
  }
  expect(found.get("memory_used_bytes")).toBeLessThan(found.get("memory_total_bytes") ?? 0);
  const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  for (const name of found.keys()) expect(readme).toContain(`\`node.${name.split(".")[0]}`);
});

test("serves its metrics and nothing else, and no page that only pretends to be this machine", async () => {
  expect((await fetch(`${address}/`)).status).toBe(404);
  expect((await fetch(`${address}/metrics`, { method: "POST" })).status).toBe(405);
  // fetch may not set this header.
  const rebound = request(`${address}/metrics`, { headers: { host: "evil.example" } }).end();
  const [response] = await once(rebound, "response");
  expect(response.statusCode).toBe(421);
  response.resume();
});
