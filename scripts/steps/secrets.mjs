import { randomBytes } from "node:crypto";
import { appendFileSync, chmodSync, existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { inRoot } from "./root.mjs";

/** Where the local server's secrets are, and whatever settings a person adds. Git ignores it; nothing here ever overwrites it. */
export const secretsFile = inRoot(".dev.vars");

/**
 * Adds the secrets that .dev.vars lacks and leaves every line that is there.
 * @param {string} [file]
 * @returns {"kept" | "made"}
 */
export function makeSecrets(file = secretsFile) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const known = parseEnv(text);
  const missing = ["AUTH_SECRET", "SECRETS_KEY"].filter((name) => !known[name]);
  if (missing.length === 0) return "kept";
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  const lines = missing.map((name) => `${name}=${randomBytes(32).toString("base64url")}\n`);
  appendFileSync(file, gap + lines.join(""), { mode: 0o600 });
  chmodSync(file, 0o600);
  return "made";
}
