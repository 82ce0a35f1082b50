import { defineConfig } from "@playwright/test";
import { onThisMachine } from "./scripts/steps/browser.mjs";

// `npm test` finds or installs a browser and names it; the tool alone takes what is there.
const executablePath = process.env.CHROMIUM ?? onThisMachine();

// A browser's own look-ups would only fail on a closed network, and cost the page their time.
const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
];
// Chromium refuses to sandbox itself for root, as whom containers and CI run.
if (process.getuid?.() === 0) args.push("--no-sandbox");

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // Each journey has servers of its own. They wait more than they work, so two share a small machine well.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "test-results",
  use: {
    // Without a locale a bare system gives the page `en-US@posix`, at which Intl throws.
    locale: "en-US",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    launchOptions: { args, ...(executablePath ? { executablePath } : {}) },
    screenshot: "only-on-failure",
    // Pictures of each frame would cost as much as the page itself.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
});
