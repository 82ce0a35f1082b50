// npm run dev: the fast loop. The same set-up and state as npm start, then Vite with hot reload in place of a build.

import { runLocalServer } from "./steps/local-server.mjs";
import { localVars, writeEnvFile } from "./steps/local-vars.mjs";
import { startServer } from "./steps/serve.mjs";
import { setUp, setUpSteps } from "./steps/set-up.mjs";
import { fail, steps } from "./steps/steps.mjs";

await runLocalServer(async (serve) => {
  const step = steps(setUpSteps + 1);
  const machine = await setUp(step);
  const address = await step("Starting Vite", () =>
    serve((port) => {
      // vite.config.ts lays these over the vars of wrangler.toml; .dev.vars wins over both.
      const env = { DELTABOARD_ENV_FILE: writeEnvFile("dev.env", localVars({ port, machine })) };
      return startServer("react-router", ["dev", "--host", "127.0.0.1", "--port", `${port}`, "--strictPort"], env);
    }),
  );
  console.log(`\nDeltaboard runs at ${address} and follows every change of its sources. Ctrl-C stops it.\n`);
}).catch(fail);
