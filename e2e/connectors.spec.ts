import type { Page } from "@playwright/test";
import postgres from "postgres";
import type { BoardDocument } from "../core/boards/document";
import { findServers } from "../scripts/servers/find-servers.mjs";
import { startPostgres } from "../scripts/servers/start-postgres.mjs";
import { startPrometheus } from "../scripts/servers/start-prometheus.mjs";
import { panel, untilLive } from "./fixtures/board-page";
import { expect, signUp, test } from "./fixtures/test";

interface Wanted {
  readonly kind: string;
  readonly name: string;
  /** Fields by their labels: what is filled in, or chosen. */
  readonly fill?: Readonly<Record<string, string>>;
  readonly choose?: Readonly<Record<string, string>>;
  /** A key that the test of the form shows. */
  readonly key: string;
}

/** Adds a source as a person does: chooses its kind, fills its form, tests it, sees the key, saves. */
async function add(page: Page, { kind, name, fill = {}, choose = {}, key }: Wanted): Promise<void> {
  await page.goto("/w/harbour/sources/new");
  await page.getByText(kind, { exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Ask every").selectOption("1000");
  for (const [label, text] of Object.entries(fill)) {
    // A card may be called what its field is.
    await page.getByLabel(label, { exact: true }).and(page.locator("input, textarea")).fill(text);
  }
  for (const [label, value] of Object.entries(choose))
    await page.getByRole("combobox", { name: label, exact: true }).selectOption(value);
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(page.getByRole("region", { name: "Keys found" }).getByText(key, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Save source" }).click();
  await page.waitForURL(/\/sources\?added=/);
}

const stat = (title: string, key: string, x: number) =>
  ({ id: `at-${x}`, type: "stat", title, key, place: { x, y: 0, w: 2, h: 3 } }) as const;

/** A panel of each source. */
const board: BoardDocument = {
  schema: 1,
  title: "Connectors",
  panels: [
    stat("Exporter", "exporter.load1", 0),
    stat("Query", "query.targets", 2),
    stat("Database", "database.total", 4),
    stat("Table", "table.price", 6),
    stat("Made up", "scene.requests_per_second", 8),
    { id: "news", type: "events", title: "News", key: "news.items", place: { x: 0, y: 3, w: 6, h: 7 } },
    { id: "incidents", type: "events", title: "Incidents", key: "scene.incidents", place: { x: 6, y: 3, w: 6, h: 7 } },
    { id: "sources", type: "status", title: "Sources", place: { x: 0, y: 10, w: 12, h: 7 } },
  ],
};

const rss = (...titles: readonly string[]) =>
  `<rss version="2.0"><channel><title>N</title>${titles.map((title) => `<item><title>${title}</title><guid>${title}</guid></item>`).join("")}</channel></rss>`;

test("each connector, of real servers where there are such, by its form to a board", async ({ page, upstream }) => {
  test.setTimeout(180_000);
  const found = await findServers();
  test.skip(!found.prometheus || !found.postgres, "Prometheus, its node exporter or PostgreSQL is not installed.");
  if (!found.prometheus || !found.postgres) return;
  const [prometheus, database] = await Promise.all([startPrometheus(found.prometheus), startPostgres(found.postgres)]);
  const admin = postgres(database.url, { max: 1, onnotice: () => {} });
  try {
    await admin`CREATE TABLE orders (price numeric)`;
    await admin`INSERT INTO orders VALUES (12.5), (30)`;
    upstream.route("/feed", { do: "answer", body: rss("First"), headers: { "content-type": "application/rss+xml" } });
    await signUp(page);
    const sources: Wanted[] = [
      {
        kind: "Prometheus metrics",
        name: "Exporter",
        fill: { Address: prometheus.exporter, "Take off the front of names": "node_" },
        key: "exporter.load1",
      },
      {
        kind: "Prometheus query",
        name: "Query",
        fill: { Address: prometheus.server, Queries: "targets = count(up)" },
        key: "query.targets",
      },
      {
        kind: "SQL query",
        name: "Database",
        fill: { Database: database.url, Query: "SELECT sum(price) AS total FROM orders" },
        key: "database.total",
      },
      {
        kind: "CSV table",
        name: "Table",
        fill: { "The table itself, without an address": "item;price\nlamp;12,5\n" },
        choose: { "Numbers are written": "comma" },
        key: "table.price",
      },
      { kind: "Feed", name: "News", fill: { Address: `${upstream.url}/feed` }, key: "news.items" },
      { kind: "Synthetic", name: "Scene", key: "scene.requests_per_second" },
    ];
    for (const source of sources) await test.step(source.kind, () => add(page, source));

    await page.goto("/w/harbour/import");
    await page.getByRole("textbox").fill(JSON.stringify(board));
    await page.getByRole("button", { name: "Import" }).click();
    await page.waitForURL(/\/b\//);
    await untilLive(page);
    await expect(panel(page, "Query")).toContainText("2");
    await expect(panel(page, "Database")).toContainText("42.5");
    await expect(panel(page, "Table")).toContainText("12.5");
    await expect(panel(page, "Made up")).toContainText("Synthetic");
    await expect(panel(page, "News")).toContainText("First");
    for (const title of ["Exporter", "Query", "Database", "Table", "Made up", "News"]) {
      await expect(panel(page, title)).toHaveAttribute("data-state", "fresh", { timeout: 20_000 });
    }
    await admin`INSERT INTO orders VALUES (57.5)`;
    upstream.route("/feed", {
      do: "answer",
      body: rss("Second", "First"),
      headers: { "content-type": "application/rss+xml" },
    });
    await expect(panel(page, "Database")).toContainText("100", { timeout: 20_000 });
    await expect(panel(page, "News")).toContainText("Second", { timeout: 20_000 });
    await expect(panel(page, "News").getByText("First")).toHaveCount(1);
    await page.screenshot({ path: test.info().outputPath("board.png") });
  } finally {
    await admin.end();
    await Promise.all([prometheus.stop(), database.stop()]);
  }
});
