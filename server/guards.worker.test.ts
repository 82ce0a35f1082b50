import { env } from "cloudflare:workers";
import { RouterContextProvider } from "react-router";
import { expect, test } from "vitest";
import type { Role } from "../core/protocol/welcome";
import { cloudflareContext } from "./contexts";
import { requireCan, requireSession, requireWorkspace } from "./guards";
import { memberOf } from "./member-of";
import { Browser } from "./testing/browser";
import { quietUpstream } from "./testing/quiet-upstream";

quietUpstream();

function asking(browser: Browser, path: string) {
  const context = new RouterContextProvider();
  context.set(cloudflareContext, { env, ctx: { waitUntil: () => {} } });
  const request = browser.request(`${path}.data?_routes=x`, "GET");
  return { request, url: new URL(path, request.url), context };
}

async function signedUp(workspace: string) {
  const browser = new Browser();
  const result = await browser.signUp({ email: `${crypto.randomUUID()}@harbour.example`, workspace });
  if (!result.ok) throw new Error(JSON.stringify(result));
  return browser;
}

async function thrown(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => {
      throw new Error("nothing was thrown");
    },
    (error: unknown) => error,
  );
}

test("without a session the guard leads to the login page and from there back to this very page", async () => {
  const response = await thrown(requireSession(asking(new Browser(), "/w/harbour/b/x?from=1&to=2")));
  if (!(response instanceof Response)) throw new Error("no redirect");
  expect(response.status).toBe(302);
  expect(response.headers.get("Location")).toBe("/login?redirectTo=%2Fw%2Fharbour%2Fb%2Fx%3Ffrom%3D1%26to%3D2");
});

test("a member gets in, by slug and by id", async () => {
  const browser = await signedUp("Harbour");
  const bySlug = await requireWorkspace(asking(browser, "/w/harbour"), "harbour");
  expect(bySlug).toMatchObject({ workspace: { slug: "harbour", name: "Harbour" }, principal: { role: "owner" } });
  const { id } = bySlug.workspace;
  expect((await requireWorkspace(asking(browser, `/w/${id}`), id)).workspace).toEqual(bySlug.workspace);
});

test("a foreign workspace and an unknown one answer the very same 404, by slug and by id", async () => {
  const owner = await signedUp("Pier");
  const { workspace } = await requireWorkspace(asking(owner, "/w/pier"), "pier");
  const other = await signedUp("Other");
  const answers = await Promise.all(
    [workspace.slug, workspace.id, "no-such-workspace", ""].map((one) =>
      thrown(requireWorkspace(asking(other, `/w/${one}`), one)),
    ),
  );
  expect(answers[0]).toMatchObject({ init: { status: 404 }, data: { code: "not_found" } });
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test.each<[Role, boolean]>([
  ["owner", true],
  ["admin", true],
  ["editor", true],
  ["viewer", false],
])("%s may write sources: %s", (role, may) => {
  const session = { id: "s", expiresAt: new Date(0), user: { id: "u", name: "Ada", email: "ada@harbour.example" } };
  const ask = () => requireCan({ principal: memberOf(session, role) }, "source.write");
  if (may) expect(ask).not.toThrow();
  else expect(ask).toThrow(expect.objectContaining({ init: { status: 403 } }));
});
