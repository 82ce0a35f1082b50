// npm start: from a fresh clone to the built app, served by workerd with this machine's own figures. Plain JavaScript for Node 20,
// without dependencies: it runs before they are installed.
import { build, builtConfig } from "./steps/build.mjs";
import { runLocalServer } from "./steps/local-server.mjs";
import { localVars, writeEnvFile } from "./steps/local-vars.mjs";
import { stateFolder } from "./steps/migrate.mjs";
import { secretsFile } from "./steps/secrets.mjs";
import { startServer, wranglerDev } from "./steps/serve.mjs";
import { setUp, setUpSteps } from "./steps/set-up.mjs";
import { fail, steps } from "./steps/steps.mjs";

await runLocalServer(async (serve) => {
  const step = steps(setUpSteps + 2);
  const machine = await setUp(step);
  await step("Building the app", build);
  const address = await step("Starting the server", () =>
    serve((port) => {
      // What a person wrote into .dev.vars comes last and wins.
      const envFiles = [writeEnvFile("start.env", localVars({ port, machine })), secretsFile];
      return startServer("wrangler", wranglerDev({ port, config: builtConfig, state: stateFolder, envFiles }));
    }),
  );
  console.log(`\nDeltaboard runs at ${address}`);
  console.log(`Open it, choose "Create an account", and watch this machine's board move. Ctrl-C stops it.\n`);
}).catch(fail);
