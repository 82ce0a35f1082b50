import { chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signalGroup, startChild } from "../steps/children.mjs";
import { capture, run } from "../steps/run.mjs";
import { openPort } from "./open-port.mjs";
import { until } from "./until.mjs";

const PASSWORD = "only tests know";

/**
 * Starts PostgreSQL with an empty database, which asks for its password.
 * @param {{ folder: string }} programs where initdb and postgres are
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres({ folder: bin }) {
  const folder = await mkdtemp(join(tmpdir(), "deltaboard-postgres-"));
  const password = join(folder, "password");
  await writeFile(password, PASSWORD);
  const as = await asSomebody(folder, password);
  const data = join(folder, "data");
  const asked = ["-D", data, "-U", "reader", `--pwfile=${password}`, "--auth=scram-sha-256", "-E", "UTF8", "--no-sync"];
  await run(...as(join(bin, "initdb"), asked));
  const port = await openPort();
  // Without -F each commit waits for the disk.
  const child = startChild(
    ...as(join(bin, "postgres"), ["-D", data, "-h", "127.0.0.1", "-p", `${port}`, "-k", folder, "-F"]),
  );
  const stop = async () => {
    const end = new Promise((resolve) => child.once("exit", resolve));
    // SIGINT ends it without waiting for those who are connected.
    signalGroup(child, "SIGINT");
    await end;
    await rm(folder, { recursive: true, force: true });
  };
  await until("PostgreSQL", async () => {
    const { code } = await capture(join(bin, "pg_isready"), ["-h", "127.0.0.1", "-p", `${port}`, "-d", "postgres"]);
    return code === 0;
  });
  return { url: `postgres://reader:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/postgres`, stop };
}

/**
 * It refuses to run as root: then it runs as the user that its package made.
 * @param {...string} paths that it must own
 * @returns {Promise<(command: string, args: string[]) => [string, string[]]>}
 */
async function asSomebody(...paths) {
  if (process.getuid?.() !== 0) return (command, args) => [command, args];
  const ids = await Promise.all(["-u", "-g"].map((flag) => run("id", [flag, "postgres"])));
  const [user = 0, group = 0] = ids.map(Number);
  for (const path of paths) await chown(path, user, group);
  const change = ["--reuid=postgres", "--regid=postgres", "--clear-groups"];
  return (command, args) => ["setpriv", [...change, command, ...args]];
}
