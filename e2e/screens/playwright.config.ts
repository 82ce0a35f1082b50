import { defineConfig } from "@playwright/test";
import journeys from "../../playwright.config";

/** Pictures, not checks: `npm run screens` writes docs/screens from the built app. */
export default defineConfig({
  ...journeys,
  testDir: ".",
  testMatch: "*.screens.ts",
  timeout: 600_000,
  outputDir: "../../test-results/screens",
});
