import { randomBytes } from "node:crypto";
import { StepFailed } from "../steps/step-failed.mjs";
import { jsonIn } from "./wrangler.mjs";

/**
 * The names of the secrets that the platform keeps for a Worker; none when there is no such Worker yet.
 * @param {import("./wrangler.mjs").Wrangler} wrangler
 * @param {string} worker
 * @returns {Promise<Set<string>>}
 */
export async function secretsOf(wrangler, worker) {
  const { code, output } = await wrangler(["secret", "list", "--name", worker, "--format", "json"]);
  // 10007: no Worker of this name in the account.
  if (code !== 0 && !/10007|does not exist/.test(output))
    throw new StepFailed("The Worker's secrets could not be listed.", output);
  /** @type {{ name: string }[]} */
  const secrets = code === 0 ? jsonIn(output) : [];
  return new Set(secrets.map(({ name }) => name));
}

/** @param {number} bytes */
const random = (bytes) => randomBytes(bytes).toString("base64url");

/** How many random bytes each has. Only the Worker, where the objects are, opens the secrets of sources. */
export const workerSecrets = { AUTH_SECRET: 32, SECRETS_KEY: 32, SETUP_TOKEN: 18 };
export const pagesSecrets = { AUTH_SECRET: 32, SETUP_TOKEN: 18 };

/**
 * Fresh values for the secrets that are not there. One that is there is never replaced: a new AUTH_SECRET would end every session, and
 * without its SECRETS_KEY no secret of a source can be opened again.
 * @param {ReadonlySet<string>} present
 * @param {Readonly<Record<string, number>>} wanted how many bytes each has
 * @param {(bytes: number) => string} [make]
 * @returns {Record<string, string>}
 */
export function missingSecrets(present, wanted, make = random) {
  const missing = Object.entries(wanted).filter(([name]) => !present.has(name));
  return Object.fromEntries(missing.map(([name, bytes]) => [name, make(bytes)]));
}
