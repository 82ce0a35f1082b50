import { findServers } from "../servers/find-servers.mjs";
import { startPostgres } from "../servers/start-postgres.mjs";
import { startPrometheus } from "../servers/start-prometheus.mjs";

/**
 * Starts the real servers that are there, and hands tests their addresses. What is missing has none: the part that runs
 * the tests leaves those out that need it.
 * @param {import("vitest/node").TestProject} project
 */
export default async function servers(project) {
  const found = await findServers();
  const [prometheus, postgres] = await Promise.all([
    found.prometheus ? startPrometheus(found.prometheus) : null,
    found.postgres ? startPostgres(found.postgres) : null,
  ]);
  project.provide("prometheus", { server: prometheus?.server ?? "", exporter: prometheus?.exporter ?? "" });
  project.provide("postgres", postgres?.url ?? "");
  return () => Promise.all([prometheus?.stop(), postgres?.stop()]);
}
