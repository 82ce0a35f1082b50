import { expect, test } from "vitest";
import { deployPagesProject } from "./deploy-pages-project.mjs";

/** What the stand-in for the platform knows, and what it was asked. */
interface Platform {
  projects: { "Project Name": string; "Project Domains": string }[];
  secrets: Record<string, string>;
  calls: string[];
}

function deploy(known: Partial<Platform> = {}) {
  const platform: Platform = { projects: [], secrets: {}, calls: [], ...known };
  const wrangler = async (args: readonly string[], { input = "{}" }: { input?: string } = {}) => {
    const verb = args.join(" ").match(/^pages (project list|project create|secret list|secret bulk|deploy)/)?.[1] ?? "";
    platform.calls.push(verb);
    if (verb === "project create")
      platform.projects.push({ "Project Name": String(args[3]), "Project Domains": "db-4x.pages.dev" });
    if (verb === "secret bulk") platform.secrets = { ...platform.secrets, ...JSON.parse(input) };
    if (verb === "project list") return { code: 0, output: JSON.stringify(platform.projects) };
    const names = Object.keys(platform.secrets).map((name) => `  - ${name}: Value Encrypted`);
    return { code: 0, output: verb === "secret list" ? names.join("\n") : "" };
  };
  const step = async <T>(_name: string, work: () => T | Promise<T>) => work();
  const done = deployPagesProject({
    wrangler,
    step,
    name: "deltaboard-pages",
    build: async () => "done",
    folder: "build/pages",
  });
  return { platform, done };
}

test("the first time makes the project, its address and its secrets before the upload, and gives the setup token", async () => {
  const { platform, done } = deploy();
  const { address, setupToken } = await done;
  expect(address).toBe("https://db-4x.pages.dev");
  expect(platform.calls.join(", ")).toBe(
    "project list, project create, project list, secret list, secret bulk, deploy",
  );
  expect(platform.secrets).toEqual({ AUTH_SECRET: expect.any(String), SETUP_TOKEN: setupToken, BASE_URL: address });
});

test("once more changes no secret and shows no token", async () => {
  const secrets = { AUTH_SECRET: "old", SETUP_TOKEN: "old", BASE_URL: "https://board.example.org" };
  const projects = [{ "Project Name": "deltaboard-pages", "Project Domains": "db-4x.pages.dev, board.example.org" }];
  const { platform, done } = deploy({ projects, secrets });
  expect(await done).toEqual({ address: "https://db-4x.pages.dev" });
  expect(platform.calls.join(", ")).toBe("project list, secret list, deploy");
  expect(platform.secrets).toEqual(secrets);
});
