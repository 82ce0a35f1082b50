import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deployWorker } from "./deploy-worker.mjs";

const NONE = "00000000-0000-0000-0000-000000000000";
const MADE = "11111111-2222-3333-4444-555555555555";
const ADDRESS = "https://deltaboard.harbour.workers.dev";

/** What the stand-in for the platform knows, and what it was asked. */
interface Platform {
  loggedIn: boolean;
  accounts: { name: string; id: string }[];
  databases: { name: string; uuid: string }[];
  /** null: there is no such Worker yet. */
  secrets: Record<string, string> | null;
  calls: string[];
}

const answer = (output: unknown, code = 0) => ({
  code,
  output: typeof output === "string" ? output : JSON.stringify(output),
});

/** Wrangler's part in a deploy, as far as its words matter to the command. */
function standIn(platform: Platform) {
  return async (args: readonly string[], options: { env?: Record<string, string>; input?: string } = {}) => {
    const [verb] = args.join(" ").match(/^(whoami|d1 list|d1 create|d1 migrations|secret list|secret bulk|deploy)/) ?? [
      "",
    ];
    platform.calls.push(verb);
    switch (verb) {
      case "whoami":
        return platform.loggedIn
          ? answer({ loggedIn: true, accounts: platform.accounts })
          : answer({ loggedIn: false }, 1);
      case "d1 list":
        return answer(platform.databases);
      case "d1 create":
        platform.databases.push({ name: String(args[2]), uuid: MADE });
        return answer("");
      case "secret list":
        if (!platform.secrets) return answer("This Worker does not exist on your account. [code: 10007]", 1);
        return answer(Object.keys(platform.secrets).map((name) => ({ name, type: "secret_text" })));
      case "secret bulk":
        platform.secrets = { ...platform.secrets, ...JSON.parse(options.input ?? "{}") };
        return answer("");
      case "deploy": {
        const file = args[args.indexOf("--secrets-file") + 1];
        const sent = args.includes("--secrets-file") && file ? JSON.parse(readFileSync(file, "utf8")) : {};
        platform.secrets = { ...platform.secrets, ...sent };
        const entry = { type: "deploy", targets: [ADDRESS] };
        appendFileSync(options.env?.WRANGLER_OUTPUT_FILE_PATH ?? "", `${JSON.stringify(entry)}\n`);
        return answer("");
      }
      default:
        return answer("");
    }
  };
}

let folder = "";
let config = "";
let uploaded = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "deltaboard-"));
  config = join(folder, "wrangler.json");
  uploaded = join(folder, "wrangler.deploy.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

function deploy(changes: Partial<Platform> = {}, databaseId = NONE) {
  const platform: Platform = {
    loggedIn: true,
    accounts: [{ name: "Harbour", id: "a1" }],
    databases: [],
    secrets: null,
    calls: [],
    ...changes,
  };
  const built = {
    name: "deltaboard",
    d1_databases: [{ binding: "DB", database_name: "deltaboard", database_id: databaseId }],
  };
  writeFileSync(config, JSON.stringify(built));
  const step = async <T>(_name: string, work: () => T | Promise<T>) => work();
  const done = deployWorker({ wrangler: standIn(platform), step, build: async () => "done", builtConfig: config });
  return { platform, done };
}

describe("npm run deploy", () => {
  test("the first time makes database, secrets and address, and gives the setup token", async () => {
    const { platform, done } = deploy();
    const { address, setupToken } = await done;
    expect(address).toBe(ADDRESS);
    expect(platform.calls.join(", ")).toBe(
      "whoami, d1 list, d1 create, d1 list, d1 migrations, secret list, deploy, secret bulk",
    );
    expect(platform.secrets).toEqual({
      AUTH_SECRET: expect.stringMatching(/^[\w-]{43}$/),
      SECRETS_KEY: expect.stringMatching(/^[\w-]{43}$/),
      SETUP_TOKEN: setupToken,
      BASE_URL: ADDRESS,
    });
    expect(readFileSync(uploaded, "utf8")).toContain(MADE);
    expect(readFileSync(config, "utf8")).toContain(NONE);
  });

  test("once more changes no secret and shows no token", async () => {
    const secrets = { AUTH_SECRET: "old", SECRETS_KEY: "old", SETUP_TOKEN: "old", BASE_URL: ADDRESS };
    const { platform, done } = deploy({ databases: [{ name: "deltaboard", uuid: MADE }], secrets });
    expect(await done).not.toHaveProperty("setupToken");
    expect(platform.calls).toEqual(["whoami", "d1 list", "d1 migrations", "secret list", "deploy"]);
    expect(platform.secrets).toEqual(secrets);
  });

  test("a deploy that broke off after the upload is finished by the next", async () => {
    const secrets = { AUTH_SECRET: "old", SECRETS_KEY: "old", SETUP_TOKEN: "old" };
    const { platform, done } = deploy({ secrets: { ...secrets } });
    await done;
    expect(platform.secrets).toEqual({ ...secrets, BASE_URL: ADDRESS });
  });

  test("a database id in wrangler.toml is taken as it is", async () => {
    const { platform, done } = deploy({}, "99999999-2222-3333-4444-555555555555");
    await done;
    expect(platform.calls).not.toContain("d1 list");
    expect(readFileSync(uploaded, "utf8")).toContain("99999999");
  });

  test("without a login it says how to get one, and does nothing else", async () => {
    const { platform, done } = deploy({ loggedIn: false });
    await expect(done).rejects.toThrow(/npx wrangler login[\s\S]*CLOUDFLARE_API_TOKEN[\s\S]*CLOUDFLARE_ACCOUNT_ID/);
    expect(platform.calls).toEqual(["whoami"]);
  });

  test("with several accounts it asks for one by name and id", async () => {
    const accounts = [
      { name: "Harbour", id: "a1" },
      { name: "Pier", id: "b2" },
    ];
    await expect(deploy({ accounts }).done).rejects.toThrow(/b2 {2}Pier/);
  });
});
