import type { Page } from "@playwright/test";
import { untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

const place = (x: number, y: number, w = 3, h = 3) => ({ x, y, w, h });
const document = {
  schema: 1,
  title: "Fleet: $host",
  variables: [
    { name: "host", label: "Host", type: "keys", pattern: "fleet.*.load" },
    { name: "filter", type: "text" },
  ],
  panels: [
    { id: "load", type: "stat", title: "Load of $host", place: place(0, 0), key: "fleet.$host.load" },
    { id: "sum", type: "stat", title: "Load of all", place: place(3, 0), key: "= sum({fleet.*.load})" },
    { id: "rate", type: "stat", title: "Requests", place: place(6, 0), key: "= rate({fleet.$host.requests}, 1h)" },
    { id: "path", type: "stat", title: "Open", place: place(9, 0), key: "= {fleet.shop | length(orders[?open])} * 10" },
    { id: "each", type: "stat", title: "Used on $host", place: place(0, 3), key: "fleet.$host.used", repeat: "host" },
    {
      id: "share",
      type: "table",
      title: "Share",
      place: place(0, 6, 6, 8),
      keys: ["= {fleet.*.used} / {fleet.*.total} * 100"],
    },
    { id: "note", type: "text", title: "", place: place(6, 6, 6, 4), text: "About **$host**." },
  ],
};

interface Pusher {
  push(values: Record<string, unknown>): Promise<void>;
}

/** A source that programs push to, and a program. */
async function pushedFleet(page: Page, url: string): Promise<Pusher> {
  await page.goto("/w/harbour/sources/new");
  await page.getByRole("radio", { name: "Pushed by programs" }).check({ force: true });
  await page.getByLabel("Name", { exact: true }).fill("Fleet");
  await page.getByRole("button", { name: "Save source" }).click();
  await page.getByRole("link", { name: "Make an API key and see how to push" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Agent");
  await page.getByRole("button", { name: "Make key" }).click();
  const key = await page.getByRole("textbox", { name: "The key Agent" }).inputValue();
  return {
    push: async (values) => {
      const answer = await fetch(`${url}/api/v1/values`, {
        method: "POST",
        headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
        body: JSON.stringify({ values }),
      });
      expect(answer.status).toBe(200);
    },
  };
}

function host(name: string, load: number, used: number) {
  return {
    [`fleet.${name}.load`]: load,
    [`fleet.${name}.requests`]: load * 100,
    [`fleet.${name}.used`]: used,
    [`fleet.${name}.total`]: 200,
  };
}

test("variables from keys, repeated panels and formulas follow the address and what is pushed", async ({
  page,
  server,
  upstream,
  noise,
}) => {
  // An import that is refused.
  noise.allow(/status of 422/);
  upstream.route("/metrics", machineAnswer());
  await signUp(page);
  const fleet = await pushedFleet(page, server.url);
  await fleet.push({ ...host("web-1", 1, 50), ...host("web-2", 2, 100), "fleet.shop": { orders: [{ open: true }] } });
  const panel = (name: string) => page.getByRole("region", { name, exact: true });

  await test.step("an import says where a variable is missing and where a formula is wrong", async () => {
    await page.goto("/w/harbour/import");
    const text = page.getByRole("textbox");
    await text.fill(JSON.stringify({ ...document, variables: [] }));
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByRole("alert")).toContainText("panels[0].key");
    await text.fill(JSON.stringify(document).replace("= sum({fleet.*.load})", "= sum({fleet.*.load}"));
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByRole("alert")).toContainText("Character 21");
    await text.fill(JSON.stringify(document));
    await page.getByRole("button", { name: "Import" }).click();
    await untilLive(page);
  });

  await test.step("the board opens with the first value, in titles, keys, texts and formulas", async () => {
    await expect(page).toHaveTitle(/^Fleet: web-1 /);
    await expect(panel("Load of web-1")).toContainText("1");
    await expect(panel("Load of all")).toContainText("3");
    await expect(panel("Open")).toContainText("10");
    await expect(panel("Used on web-1")).toContainText("50");
    await expect(panel("Used on web-2")).toHaveCount(0);
    await expect(panel("Share").getByRole("row").filter({ hasText: "web-2" })).toContainText("50");
    await expect(page.getByText("About web-1.")).toBeVisible();
  });

  await test.step("another value changes titles, values and the address, without loading the page again", async () => {
    await page.evaluate(() => Reflect.set(window, "same", true));
    await page.getByRole("button", { name: "Host web-1" }).click();
    await page.getByRole("button", { name: "web-2", exact: true }).click();
    await expect(panel("Load of web-2")).toContainText("2");
    await expect(page).toHaveURL(/\?var-host=web-2$/);
    await expect(page).toHaveTitle(/^Fleet: web-2 /);
    await expect(panel("Used on web-2")).toContainText("100");
    expect(await page.evaluate(() => Boolean(Reflect.get(window, "same")))).toBe(true);
  });

  await test.step("a reload, and a page without scripts, show the same", async () => {
    const html = await (await page.request.get(page.url())).text();
    expect(html).toContain("Load of web-2");
    expect(html).not.toContain("Load of web-1");
    await page.reload();
    await expect(panel("Load of web-2")).toContainText("2");
  });

  await test.step("formulas move with their keys: a sum, and the rate of a counter", async () => {
    await untilLive(page);
    await fleet.push({ "fleet.web-1.load": 7, "fleet.web-2.requests": 1_000 });
    await expect(panel("Load of all")).toContainText("9");
    await expect(panel("Requests")).toContainText("per s");
    await expect(
      panel("Requests")
        .getByText(/^[1-9]/)
        .first(),
    ).toBeVisible();
  });

  await test.step("a new host is among the choices as it comes, and all are shown at once", async () => {
    await fleet.push(host("web-10", 4, 20));
    await page.getByRole("button", { name: "Host web-2" }).click();
    await expect(page.getByRole("button", { name: "web-10", exact: true })).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("button", { name: "web-10", exact: true })).toBeFocused();
    await page.getByRole("button", { name: "All", exact: true }).click();
    await expect(page).toHaveURL(/var-host=\*/);
    for (const [name, used] of [
      ["web-1", "50"],
      ["web-2", "100"],
      ["web-10", "20"],
    ] as const)
      await expect(panel(`Used on ${name}`)).toContainText(used);
    await fleet.push(host("db", 1, 5));
    await expect(panel("Used on db")).toContainText("5");
  });

  await test.step("several at once; and what is none is said", async () => {
    await page.goto(`${new URL(page.url()).pathname}?var-host=web-1&var-host=db&var-host=nowhere`);
    await expect(panel("Used on db")).toContainText("5");
    await expect(panel("Used on web-1")).toBeVisible();
    await expect(panel("Used on web-2")).toHaveCount(0);
    await expect(page.getByText("There is no Host “nowhere” to show: this is web-1, db.")).toBeVisible();
  });
});
