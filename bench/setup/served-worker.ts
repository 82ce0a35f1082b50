import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freshState } from "../../e2e/fixtures/state-folder";
import { builtConfig } from "../../scripts/steps/build.mjs";
import { signalGroup } from "../../scripts/steps/children.mjs";
import { freePort } from "../../scripts/steps/free-port.mjs";
import { localVars } from "../../scripts/steps/local-vars.mjs";
import { inRoot } from "../../scripts/steps/root.mjs";
import { run } from "../../scripts/steps/run.mjs";
import { type Server, startServer, untilHealthy, wranglerDev } from "../../scripts/steps/serve.mjs";

interface Place {
  readonly config: string;
  readonly port: number;
  readonly state: string;
  readonly envFiles: readonly string[];
  /** Where the configuration names none. */
  readonly script?: string;
}

/** A Worker in workerd, as `npm start` serves one, on a port and a state folder of its own. */
export class ServedWorker {
  /** As a browser is to call it. */
  readonly origin: string;
  /** As this process calls it: no look-up of a name is measured. */
  readonly address: string;
  readonly #place: Place;
  #server: Server | undefined;

  private constructor(place: Place) {
    this.#place = place;
    this.origin = `http://localhost:${place.port}`;
    this.address = `http://127.0.0.1:${place.port}`;
  }

  /** The built app. `machine`: the address that stands for this machine's exporter. */
  static async product(machine: string): Promise<ServedWorker> {
    const state = await freshState();
    const port = await freePort(undefined);
    const vars = { ...localVars({ port, machine }), AUTH_SECRET: "known-to-measurements-alone-0123456789" };
    const envFile = join(state, "server.env");
    writeFileSync(
      envFile,
      Object.entries(vars)
        .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
        .join(""),
    );
    return ServedWorker.#start({ config: builtConfig, port, state, envFiles: [envFile] });
  }

  /** The Worker of a folder of bench. */
  static async bare(folder = "bare"): Promise<ServedWorker> {
    const state = mkdtempSync(join(tmpdir(), "deltaboard-bare-"));
    const config = inRoot("bench", folder, "wrangler.toml");
    const script = inRoot("bench", folder, "worker.ts");
    return ServedWorker.#start({ config, port: await freePort(undefined), state, envFiles: [], script });
  }

  static async #start(place: Place): Promise<ServedWorker> {
    const worker = new ServedWorker(place);
    await worker.restart();
    return worker;
  }

  async restart(): Promise<void> {
    await this.stop();
    const { script } = this.#place;
    this.#server = startServer("wrangler", wranglerDev(this.#place).concat(script ?? []));
    await untilHealthy(`${this.address}/healthz`, this.#server);
  }

  async stop(): Promise<void> {
    const child = this.#server?.child;
    this.#server = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    signalGroup(child, "SIGKILL");
    await gone;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#place.state, { recursive: true, force: true });
  }

  /** Runs SQL in the app's D1, with the server down meanwhile, and gives the rows of its last statement. */
  async sql(statements: string): Promise<Record<string, unknown>[]> {
    await this.stop();
    const file = join(this.#place.state, "statements.sql");
    writeFileSync(file, statements);
    const where = ["--local", "--persist-to", this.#place.state, "--config", "wrangler.toml", "--json"];
    // Rows come back for a command only, and a long text goes in by a file only.
    const what = statements.length < 2_000 ? ["--command", statements] : ["--file", file];
    const output = await run("wrangler", ["d1", "execute", "DB", ...where, ...what]);
    await this.restart();
    const results = JSON.parse(output.slice(output.indexOf("["))) as { results: Record<string, unknown>[] }[];
    return results.at(-1)?.results ?? [];
  }
}
