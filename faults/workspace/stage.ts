import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildCopy } from "../../e2e/fixtures/build-copy";
import { LiveServer } from "../../e2e/fixtures/live-server";
import { type ScriptedUpstream, scriptedUpstream } from "../../sources/testing/scripted-upstream";
import type { Dice } from "../dice";
import { Proxy } from "../network/proxy";
import { Home } from "./home";

/** A half-open connection has its place until the server notices, so there must be places for those who came back. */
const LIMITS = { sockets: 20_000, socketsAUser: 20_000 };

/** The served build, a workspace with sources on it, and a network before it. */
export class Stage {
  readonly server: LiveServer;
  readonly proxy: Proxy;
  readonly home: Home;
  readonly #upstream: ScriptedUpstream;
  readonly #builds: string;
  #copies = 0;

  private constructor(server: LiveServer, proxy: Proxy, home: Home, upstream: ScriptedUpstream, builds: string) {
    this.server = server;
    this.proxy = proxy;
    this.home = home;
    this.#upstream = upstream;
    this.#builds = builds;
  }

  /** @param pushed short names of the sources that programs push to */
  static async set(dice: Dice, pushed: readonly string[]): Promise<Stage> {
    const builds = mkdtempSync(join(tmpdir(), "deltaboard-builds-"));
    const upstream = await scriptedUpstream();
    // What the starter's source reads: it is there, and does not change by itself.
    upstream.route("/metrics", { do: "answer", body: "node_load1 1\n" });
    const vars = { LIMITS: JSON.stringify(LIMITS) };
    const server = await LiveServer.start(`${upstream.url}/metrics`, vars, buildCopy(builds, "first"));
    const proxy = await Proxy.before(Number(new URL(server.url).port), dice);
    try {
      const home = await Home.make(server.url);
      for (const slug of pushed) await home.addSource("push", slug);
      await home.addSource("editable", "list");
      return new Stage(server, proxy, home, upstream, builds);
    } catch (cause) {
      const { output } = server;
      await server.remove();
      throw new Error(`The workspace was not made. The server said:\n${output}`, { cause });
    }
  }

  /** Configuration of a build that was never served before. */
  newBuild(): string {
    this.#copies += 1;
    return buildCopy(this.#builds, `build-${this.#copies}`);
  }

  async strike(): Promise<void> {
    await this.proxy.close();
    await this.server.remove();
    await this.#upstream.close();
    rmSync(this.#builds, { recursive: true, force: true });
  }
}
