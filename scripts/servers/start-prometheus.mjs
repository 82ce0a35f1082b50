import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signalGroup, startChild } from "../steps/children.mjs";
import { openPort } from "./open-port.mjs";
import { until } from "./until.mjs";

/**
 * Starts a Prometheus server that scrapes itself and an exporter of this machine, each second.
 * @param {{ prometheus: string, exporter: string }} programs
 * @returns {Promise<{ server: string, exporter: string, stop: () => Promise<void> }>} their addresses
 */
export async function startPrometheus(programs) {
  const folder = await mkdtemp(join(tmpdir(), "deltaboard-prometheus-"));
  const [own, other] = [await openPort(), await openPort()];
  const [server, exporter] = [`127.0.0.1:${own}`, `127.0.0.1:${other}`];
  const config = {
    global: { scrape_interval: "1s" },
    scrape_configs: [
      { job_name: "prometheus", static_configs: [{ targets: [server] }] },
      { job_name: "node", static_configs: [{ targets: [exporter] }] },
    ],
  };
  // JSON is YAML.
  await writeFile(join(folder, "prometheus.yml"), JSON.stringify(config));
  const children = [
    startChild(programs.exporter, [`--web.listen-address=${exporter}`]),
    startChild(programs.prometheus, [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${join(folder, "data")}`,
      `--web.listen-address=${server}`,
    ]),
  ];
  const stop = async () => {
    const ends = children.map((child) => new Promise((resolve) => child.once("exit", resolve)));
    for (const child of children) signalGroup(child, "SIGTERM");
    await Promise.all(ends);
    await rm(folder, { recursive: true, force: true });
  };
  // Two scrapes of each: rates need them.
  await until("Prometheus", async () => {
    const asked = await fetch(`http://${server}/api/v1/query?query=count(rate(process_cpu_seconds_total[10s]))`);
    const { data } = JSON.parse(await asked.text());
    return data?.result?.[0]?.value?.[1] === "2";
  });
  return { server: `http://${server}`, exporter: `http://${exporter}/metrics`, stop };
}
