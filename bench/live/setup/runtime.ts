import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { build } from "vite";
import { inRoot } from "../../../scripts/steps/root.mjs";
import { workspaceRows } from "./api-keys";
import { RuntimeProcess } from "./runtime-process";
import type { Served } from "./side";

/** One of the objects in a workerd of its own, so that its processor time and memory can be told from the others'. */
export class Runtime {
  readonly port: number;
  readonly process: RuntimeProcess;
  readonly #miniflare: Miniflare;
  readonly #state: string;

  private constructor(miniflare: Miniflare, port: number, process: RuntimeProcess, state: string) {
    this.#miniflare = miniflare;
    this.port = port;
    this.process = process;
    this.#state = state;
  }

  static async start(side: Served, inspectorPort?: number): Promise<Runtime> {
    const state = mkdtempSync(join(tmpdir(), `deltaboard-${side.name}-`));
    const before = RuntimeProcess.children();
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        ...(inspectorPort === undefined ? {} : { inspectorPort }),
        resourcePersistencePath: state,
        name: side.name,
        modules: true,
        script: await bundle(side),
        compatibilityDate: "2026-10-06",
        // By either name it is the same: the product's own doors look for theirs.
        durableObjects: {
          ROOM: { className: side.className, useSQLite: true },
          DASHBOARD: { className: side.className, useSQLite: true },
        },
        ...(side.database ? { d1Databases: ["DB"] } : {}),
        bindings: side.vars,
        // Past Miniflare's own Worker, which would stand before ours and copy each frame.
        unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
      }),
    );
    await miniflare.ready;
    if (side.database) await migrate(miniflare, side.rows ?? []);
    const { port } = await miniflare.unsafeGetDirectURL();
    const [pid] = RuntimeProcess.children().filter((child) => !before.includes(child));
    if (pid === undefined) throw new Error(`the runtime of ${side.name} was not found`);
    return new Runtime(miniflare, Number(port), new RuntimeProcess(pid), state);
  }

  async stop(): Promise<void> {
    await this.#miniflare.dispose();
    rmSync(this.#state, { recursive: true, force: true });
  }
}

async function bundle({ name }: Served): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, target: "webworker" },
    build: {
      ssr: inRoot("bench", "live", "objects", `${name}.ts`),
      write: false,
      minify: false,
      rollupOptions: { external: /^(cloudflare|node):/, output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output !== undefined && "output" in output ? output.output : [];
  if (chunk?.type !== "chunk") throw new Error(`${name} was not bundled`);
  return chunk.code;
}

async function migrate(miniflare: Miniflare, rows: readonly string[]): Promise<void> {
  const database = await miniflare.getD1Database("DB");
  const folder = inRoot("migrations");
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()) {
    const statements = readFileSync(join(folder, file), "utf8").split("--> statement-breakpoint");
    await database.batch(statements.map((statement) => database.prepare(statement)));
  }
  await database.batch([...workspaceRows, ...rows].map((statement) => database.prepare(statement)));
}
