import { StepFailed } from "../steps/step-failed.mjs";
import { jsonIn } from "./wrangler.mjs";

const HOW = `Not logged in to Cloudflare. Deploying needs an account there; npm start needs none.
  At a terminal:  npx wrangler login
  In CI:          set CLOUDFLARE_API_TOKEN (a token that may edit Workers Scripts and D1) and CLOUDFLARE_ACCOUNT_ID
Then run the command again.`;

/**
 * Makes sure that wrangler knows one account to deploy to.
 * @param {import("./wrangler.mjs").Wrangler} wrangler
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} the account's name
 */
export async function checkLogin(wrangler, env = process.env) {
  const { code, output } = await wrangler(["whoami", "--json"]);
  if (code !== 0) throw new StepFailed(HOW, /"loggedIn"\s*:\s*false/.test(output) ? "" : output);
  /** @type {{ name: string, id: string }[]} */
  const accounts = jsonIn(output).accounts ?? [];
  const named = accounts.find(({ id }) => id === env.CLOUDFLARE_ACCOUNT_ID);
  if (named) return named.name;
  if (accounts.length > 1 && !env.CLOUDFLARE_ACCOUNT_ID) {
    const list = accounts.map(({ name, id }) => `  ${id}  ${name}`).join("\n");
    throw new StepFailed(`This login has several accounts. Set CLOUDFLARE_ACCOUNT_ID to one of them:\n${list}`);
  }
  return accounts[0]?.name ?? "the account of CLOUDFLARE_API_TOKEN";
}
