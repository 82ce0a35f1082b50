import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";

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

/** The samples by metric and label, such as `machine_disk_size_bytes{mount="/"}`. */
async function samples(): Promise<Map<string, number>> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ")))]),
  );
}

test("tells what any machine has, and nothing that its README does not list", async () => {
  await expect.poll(async () => (await samples()).has("machine_cpu_usage_percent"), { timeout: 10_000 }).toBe(true);
  const found = await samples();
  const always = [
    'cpu_core_usage_percent{core="0"}',
    "load1",
    "memory_used_bytes",
    "memory_used_percent",
    "uptime_seconds",
  ];
  expect([...found.keys()]).toEqual(expect.arrayContaining(always.map((name) => `machine_${name}`)));
  expect(Math.min(...found.values())).toBeGreaterThanOrEqual(0);
  expect(found.get("machine_memory_used_bytes")).toBeLessThan(found.get("machine_memory_total_bytes") ?? 0);
  const readme = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  for (const name of found.keys()) expect(readme).toContain(`| \`${name.split("{")[0]}`);
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
