// npm run deploy:pages: the pages to Cloudflare Pages, beside the Worker that has the object and the schedule. Safe to repeat.
import { deployPagesProject, pagesSteps } from "./deploy/deploy-pages-project.mjs";
import { deploySteps, deployWorker } from "./deploy/deploy-worker.mjs";
import { wrangler } from "./deploy/wrangler.mjs";
import { build, builtConfig } from "./steps/build.mjs";
import { buildPages, pagesFolder, pagesName } from "./steps/build-pages.mjs";
import { install } from "./steps/install.mjs";
import { fail, steps } from "./steps/steps.mjs";

async function deploy() {
  const step = steps(deploySteps + pagesSteps + 1);
  await step("Installing packages", install);
  const worker = await deployWorker({ wrangler, step, build, builtConfig });
  const { address, setupToken } = await deployPagesProject({
    wrangler,
    step,
    name: pagesName(worker.config.name),
    build: () => buildPages(worker.configFile),
    folder: pagesFolder,
  });
  console.log(`\nDeltaboard runs at ${address}; its object and schedule run in the Worker at ${worker.address}`);
  if (!setupToken) return;
  console.log(
    `The first owner signs up at ${address}/signup with this setup token. It works once and is shown only now:\n\n  ${setupToken}\n`,
  );
}

await deploy().catch(fail);
