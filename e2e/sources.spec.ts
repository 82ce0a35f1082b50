import { BOARD, panel, untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

test("a Prometheus source: tried, corrected, saved, seen elsewhere, removed", async ({ context, page, upstream }) => {
  upstream.route("/metrics", machineAnswer());
  upstream.route("/prom", { do: "answer", status: 503 });
  await signUp(page);
  await untilLive(page);
  const elsewhere = await context.newPage();
  await elsewhere.goto(BOARD);
  await untilLive(elsewhere);
  const listedElsewhere = panel(elsewhere, "Sources").getByRole("row").filter({ hasText: "Shop" });

  await page.getByRole("link", { name: "Sources" }).first().click();
  await page.getByRole("link", { name: "New source" }).click();
  await expect(page.locator("main"), "a new page has the focus where its content begins").toBeFocused();
  await page.getByLabel("Address", { exact: true }).fill(`${upstream.url}/prom`);
  await page.getByLabel("Not these").fill("go_*");
  await page.getByLabel("Name", { exact: true }).fill("Shop");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  const verdict = page.getByRole("status").filter({ hasText: "Upstream answered 503" });
  await expect(verdict).toContainText("Open the address yourself");
  await expect(page.getByLabel("Address", { exact: true })).toHaveValue(`${upstream.url}/prom`);
  await expect(page.getByLabel("Not these")).toHaveValue("go_*");
  await expect(page.getByLabel("Short name")).toHaveValue("shop");
  await expect(page.getByRole("button", { name: "Save anyway" })).toBeVisible();

  upstream.route("/prom", { do: "answer", body: 'orders_total 41\ngo_threads 7\nstock{item="tea"} 3\n' });
  await page.getByRole("button", { name: "Test again" }).click();
  const keys = page.getByRole("region", { name: "Keys found" });
  await expect(keys.getByRole("row")).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Test again" }), "and keeps the focus").toBeFocused();
  await expect(keys.getByRole("row").filter({ hasText: "shop.orders_total" })).toContainText("41");
  await expect(keys.getByRole("row").filter({ hasText: "shop.stock.tea" })).toContainText("3");
  await expect(listedElsewhere, "nothing is kept of a test").toHaveCount(0);
  await page.getByRole("button", { name: "Save source" }).click();
  await expect(page.getByText("Shop was added.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Shop" });
  await expect(row).toContainText("Fresh");
  await expect(listedElsewhere).toContainText("Fresh");

  await page.getByRole("button", { name: "Actions for Shop" }).click();
  await page.getByRole("menuitem", { name: "Remove…" }).click();
  await expect(page.getByRole("heading", { name: "Remove Shop?" })).toBeVisible();
  await expect(page.getByText("2 keys and their past")).toBeVisible();
  await expect(listedElsewhere, "asking is not removing").toHaveCount(1);
  await page.getByRole("button", { name: "Remove source and keys" }).click();
  await expect(page.getByText("The source shop and its keys were removed.")).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(listedElsewhere).toHaveCount(0);
  const asked = upstream.count("/prom");
  await upstream.asked("/metrics", upstream.count("/metrics") + 3);
  expect(upstream.count("/prom"), "questions after the removal").toBe(asked);
});

test("an HTTP JSON source: what is wrong is said at its place, and nothing that was typed is lost", async ({
  noise,
  page,
  upstream,
}) => {
  // What the server says of a form that it did not take.
  noise.allow(/status of 422/);
  upstream.route("/metrics", machineAnswer());
  upstream.route("/rates", {
    do: "json",
    value: {
      base: "USD",
      rates: { EUR: 0.92, NOK: 10.4 },
      stations: [
        { id: "oslo", t: -4.5 },
        { id: "rome", t: 12 },
      ],
    },
  });
  await signUp(page);
  await page.goto("/w/harbour/sources/new");
  await page.getByRole("radio", { name: "HTTP JSON" }).check({ force: true });
  await page.getByLabel("Address", { exact: true }).fill(`${upstream.url}/rates`);
  await page.getByRole("heading", { name: "Request" }).click();
  await page.getByLabel("Headers").fill("Authorization: Bearer canary-5e1f0c");
  await page.getByLabel("Name", { exact: true }).fill("Exchange");
  await page.getByRole("button", { name: "Add a rule", exact: true }).click();
  await page.getByLabel("Key", { exact: true }).fill("eur");
  await page.getByLabel("Expression").fill("rates.[EUR");
  await page.getByRole("button", { name: "Test", exact: true }).click();
  await expect(
    page
      .getByRole("status")
      .or(page.getByRole("alert"))
      .filter({ hasText: /expression|JMESPath/i })
      .first(),
  ).toBeVisible();
  await expect(page.getByLabel("Expression")).toHaveValue("rates.[EUR");
  await expect(page.getByLabel("Address", { exact: true })).toHaveValue(`${upstream.url}/rates`);
  await expect(page.getByLabel("Key", { exact: true })).toHaveValue("eur");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Exchange");

  await expect(page.getByLabel("Expression")).toHaveAccessibleDescription(/ends too early/);

  await page.getByLabel("Expression").fill("rates.EUR");
  const keys = page.getByRole("region", { name: "Keys found" });
  await expect(keys.getByRole("row").filter({ hasText: "exchange.eur" }), "as one types").toContainText("0.92");
  await page.getByRole("button", { name: "Open stations" }).click();
  await page.getByRole("button", { name: "Open stations 0" }).click();
  await page.getByRole("button", { name: "Make a key of stations 0 t" }).click();
  await expect(keys.getByRole("row").filter({ hasText: "exchange.stations.t.rome" })).toContainText("12");
  await page.getByLabel("Key", { exact: true }).nth(1).fill("station");
  await page.getByLabel("Unit").nth(1).fill("celsius");
  await page.getByRole("button", { name: /^Test/ }).first().click();
  await expect(keys.getByRole("row").filter({ hasText: "exchange.eur" })).toContainText("0.92");
  await expect(keys.getByRole("row").filter({ hasText: "exchange.station.oslo" })).toContainText("−4.5 °C");
  await expect(keys.getByRole("row").filter({ hasText: "exchange.station.rome" })).toContainText("12.0 °C");
  await page.getByRole("button", { name: "Save source" }).click();
  const row = page.getByRole("row").filter({ hasText: "Exchange" });
  await expect(row).toContainText("Fresh");
  await expect(row.getByRole("cell", { name: "3", exact: true })).toBeVisible();
  for (const place of ["", "/exchange", "/exchange/edit", "/exchange/remove", "/new"].flatMap((one) => [
    one,
    `${one}.data`,
  ])) {
    const told = await (await page.request.get(`/w/harbour/sources${place}`)).text();
    expect(told, place).not.toMatch(/canary-5e1f0c|[0-9a-f]{8}\.[\w-]{38,}/);
  }
  await page.goto("/w/harbour/sources/exchange/edit");
  await expect(page.getByLabel("Headers")).toHaveValue("Authorization:");
  await page.getByRole("button", { name: "Test and save" }).click();
  await expect(page.getByText("The changes were saved.")).toBeVisible();

  await page.goto("/w/harbour/sources/new");
  await page.getByLabel("Address", { exact: true }).fill(`${upstream.url}/metrics`);
  await page.getByLabel("Name", { exact: true }).fill("Exchange");
  await page.getByRole("button", { name: "Test and save" }).click();
  await expect(page.getByLabel("Short name")).toHaveAccessibleDescription(/Another source of this workspace/);
  await expect(page.getByLabel("Short name")).toBeFocused();
  await expect(page.getByLabel("Address", { exact: true })).toHaveValue(`${upstream.url}/metrics`);
});
