import { mkdirSync, writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { inRoot } from "../../scripts/steps/root.mjs";

/** Widths to their heights: a desk, a phone, a wall. */
const heights = { 1440: 900, 390: 844, 3840: 2160 } as const;
export type Width = keyof typeof heights;

export const desk: readonly Width[] = [1440];
export const deskAndPhone: readonly Width[] = [1440, 390];

/** WebP's quality: text stays sharp, and a whole set of screens below a few megabytes. */
const QUALITY = 82;

/**
 * Takes the page as it stands in each width and both themes, as `<name>-<width>-<theme>.webp`. The page is not loaded
 * again in between: what was opened on it stays open. `settle`: milliseconds for charts to draw themselves anew.
 */
export async function shoot(page: Page, name: string, widths: readonly Width[], settle = 1_200): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: heights[width] });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(settle);
      await write(page, `${name}-${width}-${colorScheme}`);
    }
  }
}

async function write(page: Page, name: string): Promise<void> {
  const folder = inRoot("docs", "screens");
  mkdirSync(folder, { recursive: true });
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: QUALITY });
  await session.detach();
  writeFileSync(`${folder}/${name}.webp`, Buffer.from(data, "base64"));
}
