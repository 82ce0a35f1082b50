import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { build } from "vite";

const FOLDER = import.meta.dirname;

/** A workerd of its own with the product's object, in which objects are evicted by nobody but the runtime itself. */
export class QuietRuntime {
  readonly #miniflare: Miniflare;
  readonly #state: string;
  readonly #address: string;

  private constructor(miniflare: Miniflare, state: string, address: string) {
    this.#miniflare = miniflare;
    this.#state = state;
    this.#address = address;
  }

  static async start(): Promise<QuietRuntime> {
    const state = mkdtempSync(join(tmpdir(), "deltaboard-quiet-"));
    const miniflare = new Miniflare(
      convertV4MiniflareOptions({
        resourcePersistencePath: state,
        name: "quiet",
        modules: true,
        script: await bundle(),
        compatibilityDate: "2026-10-06",
        durableObjects: {
          QUIET: { className: "Quiet", useSQLite: true },
          RESTLESS: { className: "Restless", useSQLite: true },
        },
        d1Databases: ["DB"],
        bindings: {
          BASE_URL: "http://127.0.0.1",
          SIGNUP: "open",
          AUTH_SECRET: "a-secret-that-only-tests-know-0123456789",
          ALLOW_PRIVATE_EGRESS: "false",
        },
        unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
      }),
    );
    await miniflare.ready;
    await migrate(miniflare);
    const { host } = await miniflare.unsafeGetDirectURL();
    return new QuietRuntime(miniflare, state, host);
  }

  async stop(): Promise<void> {
    await this.#miniflare.dispose();
    rmSync(this.#state, { recursive: true, force: true });
  }

  /** An address of the Worker's. */
  at(scheme: "http" | "ws", path: string): string {
    return `${scheme}://${this.#address}/${path}`;
  }
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    ssr: { noExternal: true, target: "webworker" },
    build: {
      ssr: join(FOLDER, "quiet-worker.ts"),
      write: false,
      minify: false,
      rollupOptions: { external: /^(cloudflare|node):/, output: { codeSplitting: false } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const [chunk] = output !== undefined && "output" in output ? output.output : [];
  if (chunk?.type !== "chunk") throw new Error("the Worker was not bundled");
  return chunk.code;
}

async function migrate(miniflare: Miniflare): Promise<void> {
  const database = await miniflare.getD1Database("DB");
  const folder = join(FOLDER, "..", "..", "..", "migrations");
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  for (const file of files.sort()) {
    const statements = readFileSync(join(folder, file), "utf8").split("--> statement-breakpoint");
    await database.batch(statements.map((statement) => database.prepare(statement)));
  }
}
