// npm run deploy: to Cloudflare Workers, with the database, its migrations and the secrets. Safe to repeat.
import { deploySteps, deployWorker } from "./deploy/deploy-worker.mjs";
import { wrangler } from "./deploy/wrangler.mjs";
import { build, builtConfig } from "./steps/build.mjs";
import { install } from "./steps/install.mjs";
import { fail, steps } from "./steps/steps.mjs";

async function deploy() {
  const step = steps(deploySteps + 1);
  await step("Installing packages", install);
  const { address, setupToken } = await deployWorker({ wrangler, step, build, builtConfig });
  console.log(`\nDeltaboard runs at ${address}`);
  if (!setupToken) return;
  console.log(
    `The first owner signs up at ${address}/signup with this setup token. It works once and is shown only now:\n\n  ${setupToken}\n`,
  );
}

await deploy().catch(fail);
