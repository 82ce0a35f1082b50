// npm start: from a fresh clone to the built app, served by workerd with this machine's own figures. Plain JavaScript for Node 20,
// without dependencies: it runs before they are installed.
import { build, builtConfig } from "./steps/build.mjs";
import { stopChildren } from "./steps/children.mjs";
import { triggerSchedule } from "./steps/each-minute.mjs";
import { startExporter } from "./steps/exporter.mjs";
import { freePort } from "./steps/free-port.mjs";
import { install } from "./steps/install.mjs";
import { localVars, writeEnvFile } from "./steps/local-vars.mjs";
import { migrate, stateFolder } from "./steps/migrate.mjs";
import { makeSecrets, secretsFile } from "./steps/secrets.mjs";
import { startServer, untilHealthy, wranglerDev } from "./steps/serve.mjs";
import { lockState } from "./steps/server-lock.mjs";
import { fail, steps } from "./steps/steps.mjs";
import { onStop } from "./steps/until-stopped.mjs";

async function start() {
  const lock = lockState();
  const stop = onStop(lock.release);
  try {
    const step = steps(6);
    await step("Installing packages", install, (outcome) => outcome);
    await step(
      "Making the local secrets",
      () => makeSecrets(),
      (outcome) => outcome,
    );
    await step(
      "Preparing the local database",
      () => migrate(),
      (outcome) => outcome,
    );
    await step("Building the app", build, (outcome) => outcome);
    const machine = await step("Starting the exporter of this machine's figures", startExporter, (address) => address);
    const port = await freePort(process.env.PORT);
    const address = `http://localhost:${port}`;
    const server = await step(
      "Starting the server",
      () => serve(port, machine, lock),
      () => "ready",
    );
    triggerSchedule(address);
    console.log(
      `\nDeltaboard runs at ${address}\nOpen it, choose "Create an account", and watch this machine's board move. Stop with Ctrl-C.\n`,
    );
    server.child.once("exit", (code) => {
      console.error(`\nThe server ended by itself (exit code ${code}). Run \`npm start\` again.`);
      void stop(1);
    });
  } catch (error) {
    await stopChildren();
    lock.release();
    fail(error);
  }
}

/**
 * @param {number} port
 * @param {string} machine
 * @param {ReturnType<typeof lockState>} lock
 */
async function serve(port, machine, lock) {
  // What a person wrote into .dev.vars comes last and wins.
  const envFiles = [writeEnvFile("start.env", localVars({ port, machine })), secretsFile];
  const server = startServer("wrangler", wranglerDev({ port, config: builtConfig, state: stateFolder, envFiles }), {
    show: true,
  });
  lock.tell({ ...(server.child.pid ? { server: server.child.pid } : {}), address: `http://localhost:${port}` });
  await untilHealthy(`http://127.0.0.1:${port}/healthz`, server);
  return server;
}

await start().catch(fail);
