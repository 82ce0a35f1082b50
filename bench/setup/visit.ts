import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../../scripts/steps/browser.mjs";
import { type Sizes, sizesOf } from "./sizes";

export async function openBrowser(): Promise<Browser> {
  const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  // Chromium refuses to sandbox itself for root, as whom containers run.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  return chromium.launch({ executablePath: await findBrowser(), args });
}

/** Milliseconds from the navigation, by the page's own clock. */
export interface Visit {
  /** First contentful paint. */
  readonly painted: number;
  /** The socket's first message is on the page: its badge says Live. */
  readonly live: number;
}

/** A context whose pages note when their badge first says Live. Both pages have one and the same instrument. */
export async function openContext(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  const pairs = cookie.split("; ").filter((pair) => pair !== "");
  await context.addCookies(
    pairs.map((pair) => ({
      name: pair.slice(0, pair.indexOf("=")),
      value: pair.slice(pair.indexOf("=") + 1),
      url: origin,
    })),
  );
  await context.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('[role="status"]')?.textContent !== "Live") return;
      performance.mark("live");
      observer.disconnect();
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
  return context;
}

export async function visit(page: Page, url: string): Promise<Visit> {
  await page.goto(url);
  const times = await page.waitForFunction(() => {
    const [painted] = performance.getEntriesByName("first-contentful-paint");
    const [live] = performance.getEntriesByName("live");
    return painted && live ? { painted: painted.startTime, live: live.startTime } : null;
  });
  const noted = await times.jsonValue();
  if (noted === null) throw new Error(`${url} was not painted`);
  await page.goto("about:blank");
  return noted;
}

/** What a first visit loads beside the page itself, file by file. */
export async function loadedBy(page: Page, url: string): Promise<{ kind: string; sizes: Sizes }[]> {
  const loads: Promise<{ kind: string; sizes: Sizes }>[] = [];
  page.on("response", (response) => {
    const kind = response.request().resourceType();
    if (["script", "stylesheet", "font"].includes(kind)) {
      loads.push(response.body().then((body) => ({ kind, sizes: sizesOf(body) })));
    }
  });
  await page.goto(url, { waitUntil: "networkidle" });
  return Promise.all(loads);
}
