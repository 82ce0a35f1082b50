import { defineConfig } from "@playwright/test";
import journeys from "./playwright.config";

/** Pictures, not checks: `npm run screens` writes docs/screens from the built app. */
export default defineConfig({
  ...journeys,
  testDir: "e2e/screens",
  testMatch: "*.screens.ts",
  timeout: 600_000,
  outputDir: "test-results/screens",
});
