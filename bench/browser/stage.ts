import { createHash } from "node:crypto";
import { startExporter } from "../../scripts/steps/exporter.mjs";
import { run } from "../../scripts/steps/run.mjs";
import { apiKeys } from "../live/setup/api-keys";
import { openLive } from "../setup/live-socket";
import { type Member, sendForm, signUp } from "../setup/member";
import { fillThePast } from "../setup/recorded-past";
import { ServedWorker } from "../setup/served-worker";
import { board, slugs } from "./board";
import { Feed, pastOf } from "./feed";

export interface Stage {
  readonly product: ServedWorker;
  readonly plain: ServedWorker;
  readonly member: Member;
  readonly feed: Feed;
  /** The board on each side. */
  readonly paths: { readonly product: string; readonly plain: string };
}

/** Long enough for a whole minute of points to be flushed (every 15 s while somebody watches). */
const FED_FIRST = 140_000;

/** Both servers with the same board and five minutes behind it, and what feeds them. */
export async function setStage(undo: (end: () => unknown) => void): Promise<Stage> {
  await run("vite", ["build", "--config", "bench/browser/plain/vite.config.ts", "--logLevel", "error"]);
  const product = await ServedWorker.product(await startExporter());
  undo(() => product.remove());
  const plain = await ServedWorker.bare("browser/plain");
  undo(() => plain.remove());
  const member = await signUp(product, "ada@example.org");
  for (const slug of slugs) {
    const fields = { kind: "push", name: slug, slug, mode: "idle", interval: "1000", intent: "save" };
    await sendForm(product, "/w/harbour/sources/new", fields, member.cookie);
  }
  await product.sql(boardRows().join(";\n"));
  const feed = new Feed(product, plain);
  undo(() => feed.stop());
  console.log(`feeding both for ${FED_FIRST / 1000} s, for their recorded past`);
  const watcher = await openLive(
    product,
    member,
    slugs.map((slug) => `${slug}.*`),
    () => {},
  );
  feed.start();
  await new Promise((resolve) => setTimeout(resolve, FED_FIRST));
  await feed.stop();
  watcher.close();
  await fillThePast(product);
  await fetch(`${plain.address}/past`, { method: "POST", body: JSON.stringify(pastOf(Date.now())) });
  feed.start();
  return { product, plain, member, feed, paths: { product: "/w/harbour/b/fifty", plain: "/" } };
}

/** What the product's D1 holds of it: the board, and the API key that pushes to its sources. */
function boardRows(): string[] {
  const workspace = "(SELECT id FROM organization WHERE slug = 'harbour')";
  const [text = ""] = apiKeys;
  const hash = createHash("sha256").update(text).digest("hex");
  return [
    `INSERT INTO board (id, workspace_id, slug, document, created_at, updated_at)
     SELECT 'fifty', id, 'fifty', '${JSON.stringify(board)}', 0, 0 FROM organization WHERE slug = 'harbour'`,
    `INSERT INTO api_key (id, workspace_id, name, prefix, hash, created_at)
     VALUES ('k0', ${workspace}, 'Bench', '${text.slice(0, 8)}', '${hash}', 0)`,
  ];
}
