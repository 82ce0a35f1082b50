// npm run screens: takes the pictures of docs/screens from the built app, in a real browser.

import { findBrowser } from "./steps/browser.mjs";
import { build } from "./steps/build.mjs";
import { install } from "./steps/install.mjs";
import { run } from "./steps/run.mjs";
import { makeSecrets } from "./steps/secrets.mjs";
import { fail, steps } from "./steps/steps.mjs";
import { toolEnv } from "./steps/tool-env.mjs";

async function screens() {
  const step = steps(4);
  await step("Installing packages", install);
  await step("Making the local secrets", () => makeSecrets());
  const browser = await step("Finding a browser", findBrowser);
  await step("Building the app", build);
  const env = toolEnv({ CHROMIUM: browser });
  await run("playwright", ["test", "--config", "playwright.screens.config.ts", "--reporter=list"], { env });
}

await screens().catch(fail);
