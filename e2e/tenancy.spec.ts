import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import * as z from "zod/mini";
import { untilLive } from "./fixtures/board-page";
import { routeIds } from "./fixtures/routes";
import { ada, expect, signUp, test } from "./fixtures/test";
import { upgradeStatus } from "./fixtures/upgrade-status";

/** Every page of a workspace, below `/w/:workspace`, by its route. A form is what its action understands. */
const inside: Record<string, { path: string; form?: Record<string, string> }> = {
  "routes/boards": { path: "" },
  "routes/board": { path: "/b/this-machine", form: { intent: "refresh", slug: "node" } },
  "routes/points": { path: "/points?keys=node.load1&from=0" },
  "routes/sources": { path: "/sources", form: { intent: "refresh", slug: "node" } },
  "routes/source-new": { path: "/sources/new", form: { intent: "test", kind: "prometheus", url: "upstream:machine" } },
  "routes/source-remove": { path: "/sources/node/remove", form: {} },
};
/** Those that belong to no workspace, with a form where they take one. */
const outside: Record<string, { path: string; form?: Record<string, string> }> = {
  "routes/home": { path: "/" },
  "routes/login": { path: "/login", form: { email: ada.email, password: ada.password } },
  "routes/signup": { path: "/signup", form: { name: "Eve", email: "eve@example.org", password: "x".repeat(20) } },
  "routes/logout": { path: "/logout", form: {} },
  "routes/not-found": { path: "/nothing-here" },
};
const bob = { name: "Bob", email: "bob@example.org", password: "correct horse battery", workspace: "Lighthouse" };
const wrongOrigins = [{ Origin: "https://evil.example" }, { Origin: "null" }, {}];

test("every route has a case here", async () => {
  expect(await routeIds()).toEqual([...Object.keys(inside), ...Object.keys(outside)].sort());
});

test("another's workspace is not there: for pages, data, forms and sockets, by slug and by id", async ({
  browser,
  page,
  server,
}) => {
  await signUp(page);
  await untilLive(page);
  const id = await workspaceId(page.request);
  const bobs = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  await signUp(bobs, bob);
  await untilLive(bobs);
  for (const [route, { path, form }] of Object.entries(inside)) {
    // The same requests reach the owner, or the refusals below would prove nothing.
    expect((await page.request.get(`/w/harbour${path}`)).status(), `${route} for its owner`).toBe(200);
    expect((await page.request.get(dataOf(`/w/harbour${path}`))).status(), `${route} as data`).toBe(200);
    for (const name of ["harbour", id, "no-such-place"]) {
      const address = `/w/${name}${path}`;
      const answers = await everyWay(bobs.request, server.url, { address, route, form: form ?? {} });
      for (const [way, answer] of answers) {
        expect(answer.status(), `${way} ${address}`).toBe(404);
        expect(await answer.text(), `${way} ${address}`).not.toMatch(/Harbour|"node\.|This machine/);
      }
    }
  }
  await expectSourceThere(page);
  for (const name of ["harbour", id, "no-such-place"]) {
    const Cookie = await cookieOf(bobs);
    expect(await upgradeStatus(`${server.url}/live/${name}`, { Cookie, Origin: server.url })).toBe(404);
  }
  const own = { Cookie: await cookieOf(page), Origin: server.url };
  expect(await upgradeStatus(`${server.url}/live/harbour`, own)).toBe(101);
  expect(await upgradeStatus(`${server.url}/live/${id}`, own)).toBe(101);
  await bobs.context().close();
});

test("without a session pages lead to the login, and a socket is refused before it opens", async ({
  page,
  playwright,
  server,
}) => {
  await signUp(page);
  await untilLive(page);
  const nobody = await playwright.request.newContext({ baseURL: server.url });
  for (const [route, { path, form }] of Object.entries(inside)) {
    const address = `/w/harbour${path}`;
    for (const [way, answer] of await everyWay(nobody, server.url, { address, route, form: form ?? {} })) {
      const text = await answer.text();
      expect(answer.headers()["location"] ?? text, `${way} ${address}`).toContain("/login?redirectTo=");
      expect(answer.ok() && answer.status() !== 202, `${way} ${address} is ${answer.status()}`).toBe(false);
      expect(text).not.toMatch(/"node\.|This machine/);
    }
  }
  await expectSourceThere(page);
  const made = "deltaboard.session_token=made.up";
  for (const headers of [{ Origin: server.url }, { Origin: server.url, Cookie: made }, {}]) {
    expect(await upgradeStatus(`${server.url}/live/harbour`, headers)).toBe(401);
  }
  await nobody.dispose();
});

test("with a cookie, a foreign, null or missing Origin changes nothing and opens nothing", async ({ page, server }) => {
  await signUp(page);
  await untilLive(page);
  const Cookie = await cookieOf(page);
  const forms = [
    ...Object.values(inside).map(({ path, form }) => ({ address: `/w/harbour${path}`, form })),
    ...Object.values(outside).map(({ path, form }) => ({ address: path, form })),
  ];
  for (const headers of wrongOrigins) {
    for (const { address, form } of forms) {
      for (const target of [address, dataOf(address)]) {
        const answer = await page.request.post(target, { headers, form: form ?? {}, maxRedirects: 0 });
        expect(answer.status(), `POST ${target} from ${JSON.stringify(headers)}`).toBe(403);
      }
    }
    expect(await upgradeStatus(`${server.url}/live/harbour`, { Cookie, ...headers })).toBe(403);
    expect(await upgradeStatus(`${server.url}/live/public`, { Cookie, ...headers })).toBe(403);
  }
  expect(await upgradeStatus(`${server.url}/live/harbour`, { Cookie, Origin: server.url })).toBe(101);
  await expectSourceThere(page);
});

interface Asked {
  readonly address: string;
  readonly route: string;
  readonly form: Record<string, string>;
}

/** As a page, as data, as the data of the one route alone, and as a form in both ways. */
async function everyWay(request: APIRequestContext, origin: string, { address, route, form }: Asked) {
  const data = dataOf(address);
  const alone = `${data}${data.includes("?") ? "&" : "?"}_routes=${encodeURIComponent(route)}`;
  const posted = { form, headers: { Origin: origin }, maxRedirects: 0 };
  const ways: [string, APIResponse][] = [
    ["GET", await request.get(address, { maxRedirects: 0 })],
    ["GET data", await request.get(data, { maxRedirects: 0 })],
    ["GET one route's data", await request.get(alone, { maxRedirects: 0 })],
    ["POST", await request.post(address, posted)],
    ["POST data", await request.post(data, posted)],
  ];
  return ways;
}

/** The address at which the router asks for a page's data. */
function dataOf(address: string): string {
  const [path = "", search] = address.split("?");
  const file = path === "/" ? "/_root.data" : `${path}.data`;
  return search === undefined ? file : `${file}?${search}`;
}

/** Nothing that was refused has removed the source. */
async function expectSourceThere(page: Page): Promise<void> {
  await page.goto("/w/harbour/sources");
  await expect(page.getByRole("row").filter({ hasText: "This machine" })).toBeVisible();
}

async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** Out of the router's data: a flat list, in which an object names its fields and values by their places. */
async function workspaceId(request: APIRequestContext): Promise<string> {
  const text = await (await request.get("/w/harbour/sources.data")).text();
  const flat = z.parse(z.array(z.unknown()), JSON.parse(text.split("\n")[0] ?? ""));
  const fields = z.record(z.string(), z.number());
  for (const one of flat) {
    const object = z.safeParse(fields, one);
    if (!object.success) continue;
    const field = (name: string) => flat[object.data[`_${flat.indexOf(name)}`] ?? -1];
    if (field("slug") === "harbour") return z.parse(z.string(), field("id"));
  }
  throw new Error("The page's data names no workspace.");
}
