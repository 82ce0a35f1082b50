import type { Page } from "@playwright/test";
import { untilLive } from "./fixtures/board-page";
import { machineAnswer } from "./fixtures/machine-figures";
import { routeIds } from "./fixtures/routes";
import { seriousFindings } from "./fixtures/serious-findings";
import { addSource } from "./fixtures/source-form";
import { expect, signUp, test } from "./fixtures/test";

test.use({ machine: "scripted" });

const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
/** Both themes and both widths; all four combinations in the long run. */
const looks = [
  { size: wide, colorScheme: "light" },
  { size: narrow, colorScheme: "dark" },
  ...(process.env.DELTABOARD_PROVE === "1"
    ? ([
        { size: wide, colorScheme: "dark" },
        { size: narrow, colorScheme: "light" },
      ] as const)
    : []),
] as const;
const signedOut = ["/", "/login", "/signup", "/nothing-here"];
const signedIn: Readonly<Record<string, readonly string[]>> = {
  "routes/boards": ["/w/harbour"],
  "routes/boards-removed": ["/w/harbour/removed"],
  "routes/board": ["", "?edit=1", "?kiosk=1"]
    .map((mode) => `/w/harbour/b/this-machine${mode}`)
    .concat("/w/harbour/b/team", "/w/harbour/b/no-such-board"),
  "routes/board-settings": ["/w/harbour/b/this-machine/settings"],
  "routes/board-import": ["/w/harbour/import"],
  "routes/key-list": ["/w/harbour/keys?q=load"],
  "routes/key-page": ["/w/harbour/keys/node.load1"],
  "routes/sources": ["/w/harbour/sources"],
  "routes/source-new": ["/w/harbour/sources/new"],
  "routes/source": ["/w/harbour/sources/node"],
  "routes/source-edit": ["/w/harbour/sources/node/edit"],
  "routes/source-remove": ["/w/harbour/sources/node/remove"],
  "routes/alerts": ["/w/harbour/alerts"],
  "routes/alert-rule": ["/w/harbour/alerts/rule?key=node.load1&value=1"],
  "routes/templates": ["/w/harbour/templates"],
  "routes/template": ["/w/harbour/templates/weather"],
  "routes/members": ["/w/harbour/settings/members"],
  "routes/keys": ["/w/harbour/settings/keys"],
  "routes/workspaces": ["/workspaces"],
};
/** Without a page of their own, or one that journeys of their own reach: a pushed source's, the removal of a second member. */
const elsewhere =
  /\/(board-document|board-export|places|points|history|messages|find-keys|key-changes|logout|source-push|member-remove)$/;
/** The pages of who is signed out. */
const outside = ["routes/home", "routes/login", "routes/not-found", "routes/signup"];

test("no page has a serious finding, light or dark, wide or narrow, and none scrolls sideways", async ({
  browser,
  noise,
  page,
  server,
  upstream,
}) => {
  test.setTimeout(300_000);
  const all = (await routeIds()).filter((id) => !elsewhere.test(id));
  expect([...Object.keys(signedIn), ...outside].sort(), "routes that are looked at, or said to have no page").toEqual(
    all,
  );
  noise.allow(/status of 404/);
  upstream.route("/metrics", machineAnswer());
  upstream.route("/broken", { do: "answer", body: "up 1\n" });
  await signUp(page);
  await addSource(page, { name: "Broken", url: `${upstream.url}/broken` });
  upstream.route("/broken", { do: "answer", status: 500 });
  await page.getByRole("button", { name: "Actions for Broken" }).click();
  await page.getByRole("menuitem", { name: "Refresh now" }).click();
  await expect(page.getByRole("row").filter({ hasText: "Upstream answered 500" })).toBeVisible();
  const stranger = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  const findings: string[] = [];
  for (const { size, colorScheme } of looks) {
    for (const [one, paths] of [
      [stranger, signedOut],
      [page, Object.values(signedIn).flat()],
    ] as const) {
      await one.setViewportSize(size);
      await one.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const path of paths) {
        await one.goto(path);
        if (path.endsWith("/this-machine")) await untilLive(one);
        const found = [...(await seriousFindings(one)), ...(await sideways(one))];
        findings.push(...found.map((text) => `${path} ${colorScheme} ${size.width}: ${text}`));
      }
    }
  }
  await stranger.context().close();
  expect(findings).toEqual([]);
});

async function sideways(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return over > 0 ? [`${over} px wider than the screen`] : [];
}

test("the form of a new source is filled, tested and saved by keyboard alone", async ({ page, upstream }) => {
  upstream.route("/metrics", machineAnswer());
  upstream.route("/json", { do: "json", value: { orders: 41 } });
  await signUp(page);
  await page.goto("/w/harbour/sources/new");
  const stops = await tabStops(page);
  expect(stops).toEqual(expect.arrayContaining(["Address", "Only these", "Not these", "Take off the front of names"]));
  expect(stops).toEqual(expect.arrayContaining(["Name", "Short name", "Ask every", "Test", "Back", "Test and save"]));

  const { keyboard } = page;
  await page.getByRole("radio", { name: "Prometheus metrics" }).focus();
  // Past Prometheus queries.
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "HTTP JSON" })).toBeChecked();
  await keyboard.press("Tab");
  await keyboard.type(`${upstream.url}/json`);
  await keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Keys found" })).toContainText("41");
  await tabTo(page, "Add a rule");
  await keyboard.press("Enter");
  await expect(page.getByLabel("Key", { exact: true })).toBeFocused();
  await tabTo(page, "Remove rule 1");
  await keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Add a rule" })).toBeFocused();
  await tabTo(page, "Name");
  await keyboard.type("Orders");
  await tabTo(page, "Save source");
  await keyboard.press("Enter");
  await page.waitForURL(/\?added=orders/);

  await tabTo(page, "Actions for Orders");
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Refresh now" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Actions for Orders" })).toBeFocused();
});

/** Everything that Tab reaches from the start of the page to its end, by label. The focus must be seen at each. */
async function tabStops(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === null) break;
    expect(stop.outlined, `the focus shows at ${stop.label}`).toBe(true);
    stops.push(stop.label);
  }
  return stops;
}

async function tabTo(page: Page, label: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if ((await focused(page))?.label === label) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${label}.`);
}

function focused(page: Page): Promise<{ label: string; outlined: boolean } | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const labels = "labels" in element && element.labels instanceof NodeList ? [...element.labels] : [];
    const words = element.getAttribute("aria-label") ?? labels[0]?.textContent ?? element.innerText;
    const drawn = [element, element.closest("label"), element.parentElement].some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && outlineWidth !== "0px";
    });
    return { label: words.trim(), outlined: drawn };
  });
}
