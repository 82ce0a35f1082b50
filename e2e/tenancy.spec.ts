import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import * as v from "valibot";
import { untilLive } from "./fixtures/board-page";
import { invite } from "./fixtures/invited";
import { pastProxy } from "./fixtures/past-proxy";
import { openViewers } from "./fixtures/raw-viewers";
import { routeIds } from "./fixtures/routes";
import { addSource } from "./fixtures/source-form";
import { ada, expect, signUp, test } from "./fixtures/test";
import { upgradeStatus } from "./fixtures/upgrade-status";

const bob = { name: "Bob", email: "bob@example.org", password: "correct horse battery", workspace: "Lighthouse" };

/**
 * Every page of a workspace, below `/w/:workspace`, by its route. A form is what its action understands; MEMBER stands
 * for the id of the owner's membership.
 */
const inside: Record<string, { path: string; form?: Record<string, string> }> = {
  "routes/boards": { path: "", form: { intent: "remove", slug: "this-machine" } },
  "routes/boards-removed": { path: "/removed", form: { slug: "this-machine" } },
  "routes/board": { path: "/b/this-machine", form: { slug: "node" } },
  "routes/key-list": { path: "/keys?q=load" },
  "routes/find-keys": { path: "/keys/find?q=load" },
  "routes/key-page": { path: "/keys/node.load1" },
  "routes/key-changes": { path: "/keys/node.load1/changes" },
  "routes/board-document": { path: "/b/this-machine/document", form: { over: "1" } },
  "routes/board-export": { path: "/b/this-machine/export" },
  "routes/board-settings": {
    path: "/b/this-machine/settings",
    form: { intent: "rename", version: "1", title: "Eve's" },
  },
  "routes/board-import": { path: "/import", form: { text: '{"schema":1,"title":"Eve","panels":[]}' } },
  "routes/places": { path: "/places" },
  "routes/history": { path: "/history?keys=node.load1&from=1&to=2&most=10" },
  "routes/points": { path: "/points?keys=node.load1&from=0" },
  "routes/messages": { path: "/messages?board=b&before=1" },
  "routes/templates": { path: "/templates" },
  "routes/template": { path: "/templates/machine", form: { intent: "check" } },
  "routes/sources": { path: "/sources", form: { intent: "refresh", slug: "node" } },
  "routes/source": { path: "/sources/node", form: { intent: "pause" } },
  "routes/source-edit": { path: "/sources/node/edit", form: { intent: "test", url: "upstream:machine" } },
  "routes/source-new": {
    path: "/sources/new",
    form: { intent: "test", kind: "prometheus-scrape", url: "upstream:machine" },
  },
  "routes/source-push": { path: "/sources/events/push", form: { intent: "origins", origins: "https://evil.example" } },
  "routes/source-remove": { path: "/sources/node/remove", form: {} },
  "routes/alerts": { path: "/alerts", form: { id: "any", act: "remove" } },
  "routes/alert-rule": {
    path: "/alerts/rule",
    form: { name: "Eve", key: "node.load1", is: "above", value: "1", for: "0", severity: "warning" },
  },
  "routes/members": { path: "/settings/members", form: { intent: "invite", email: bob.email, role: "owner" } },
  "routes/keys": { path: "/settings/keys", form: { intent: "make", name: "Eve" } },
  "routes/member-remove": { path: "/settings/members/MEMBER/remove", form: {} },
};
/** Those that belong to no workspace, with a form where they take one. */
const outside: Record<string, { path: string; form?: Record<string, string> }> = {
  "routes/home": { path: "/" },
  "routes/login": { path: "/login", form: { email: ada.email, password: ada.password } },
  "routes/signup": { path: "/signup", form: { name: "Eve", email: "eve@example.org", password: "x".repeat(20) } },
  "routes/logout": { path: "/logout", form: {} },
  "routes/workspaces": { path: "/workspaces", form: { workspace: "Eve's" } },
  "routes/not-found": { path: "/nothing-here" },
};
const wrongOrigins = [{ Origin: "https://evil.example" }, { Origin: "null" }, {}];

function pagesWith(member: string) {
  return Object.entries(inside).map(
    ([route, one]) => [route, { ...one, path: one.path.replace("MEMBER", member) }] as const,
  );
}

test("every route has a case here", async () => {
  expect(await routeIds()).toEqual([...Object.keys(inside), ...Object.keys(outside)].sort());
});

test("another's workspace is not there: for pages, data, forms and sockets, by slug and by id", async ({
  browser,
  page,
  server,
}) => {
  // It asks for each page in each way: there are more of them with every route.
  test.slow();
  await signUp(page);
  await untilLive(page);
  const id = await fieldOf(page.request, "/w/harbour/sources.data", ["slug", "harbour"], "id");
  const member = await ownMember(page);
  const bobs = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  await signUp(bobs, bob);
  await untilLive(bobs);
  for (const [route, { path, form }] of pagesWith(member)) {
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

test("in one's own workspace, the things of another's are not there either", async ({
  browser,
  page,
  server,
  upstream,
}) => {
  upstream.route("/secret", { do: "answer", body: "answer 42\n" });
  await signUp(page);
  await addSource(page, { name: "Secret", url: `${upstream.url}/secret` });
  const member = await ownMember(page);
  const invitation = new URL(await invite(page, "carol@example.org")).searchParams.get("invite") ?? "";
  const bobs = await (await browser.newContext({ baseURL: server.url, locale: "en-US" })).newPage();
  await signUp(bobs, bob);
  const own = "/w/lighthouse";
  for (const path of ["/sources/secret/remove", `/settings/members/${member}/remove`]) {
    expect((await bobs.request.get(own + path)).status(), path).toBe(404);
    expect((await post(bobs, server.url, own + path, {})).status(), path).toBe(404);
  }
  const forms = {
    "/sources": { intent: "refresh", slug: "secret" },
    "/b/this-machine": { slug: "secret" },
  };
  for (const [path, form] of Object.entries(forms)) {
    expect((await post(bobs, server.url, own + path, form)).status(), path).toBe(404);
  }
  const members = `${own}/settings/members`;
  expect((await post(bobs, server.url, members, { intent: "withdraw", invitation })).status()).toBe(404);
  expect((await post(bobs, server.url, members, { intent: "role", member, role: "viewer" })).status()).toBe(404);
  const points = await bobs.request.get(`${own}/points?keys=secret.answer&from=0`);
  expect(await points.json()).toEqual({ points: { "secret.answer": [] } });
  const asked = upstream.count("/secret");
  await openViewers(bobs, 1, ["*", "secret.*", "$sources.*"], "lighthouse");
  await bobs.waitForTimeout(3_000);
  expect(JSON.stringify(await bobs.evaluate(() => globalThis.rawViewers))).not.toMatch(/secret/i);
  expect(upstream.count("/secret"), "nobody watches it").toBe(asked);
  await page.goto("/w/harbour/settings/members");
  await expect(page.getByText("carol@example.org")).toBeVisible();
  await bobs.context().close();
});

function post(page: Page, origin: string, address: string, form: Record<string, string>): Promise<APIResponse> {
  return pastProxy(() => page.request.post(address, { form, headers: { Origin: origin }, maxRedirects: 0 }));
}

test("without a session pages lead to the login, and a socket is refused before it opens", async ({
  page,
  playwright,
  server,
}) => {
  await signUp(page);
  await untilLive(page);
  const nobody = await playwright.request.newContext({ baseURL: server.url });
  const own = "routes/workspaces";
  const pages = [
    ...pagesWith(await ownMember(page)).map(([route, { path, form }]) => ({
      route,
      address: `/w/harbour${path}`,
      form,
    })),
    { route: own, address: "/workspaces", form: outside[own]?.form },
  ];
  for (const { route, address, form = {} } of pages) {
    for (const [way, answer] of await everyWay(nobody, server.url, { address, route, form })) {
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
    ...pagesWith(await ownMember(page)).map(([, { path, form }]) => ({ address: `/w/harbour${path}`, form })),
    ...Object.values(outside).map(({ path, form }) => ({ address: path, form })),
  ];
  for (const headers of wrongOrigins) {
    for (const { address, form } of forms) {
      for (const target of [address, dataOf(address)]) {
        const asked = { headers, form: form ?? {}, maxRedirects: 0 };
        const answer = await pastProxy(() => page.request.post(target, asked));
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
    ["POST", await pastProxy(() => request.post(address, posted))],
    ["POST data", await pastProxy(() => request.post(data, posted))],
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

/** The id of one's own membership. */
function ownMember(page: Page): Promise<string> {
  return fieldOf(page.request, "/w/harbour/settings/members.data", ["isYou", true], "id");
}

/**
 * A field of the object whose other field has this value, out of the router's data: a flat list, in which an object
 * names its fields and values by their places.
 */
async function fieldOf(
  request: APIRequestContext,
  address: string,
  [known, value]: readonly [string, unknown],
  wanted: string,
): Promise<string> {
  const text = await (await request.get(address)).text();
  const flat = v.parse(v.array(v.unknown()), JSON.parse(text.split("\n")[0] ?? ""));
  const fields = v.record(v.string(), v.number());
  for (const one of flat) {
    const object = v.safeParse(fields, one);
    if (!object.success) continue;
    const field = (name: string) => flat[object.output[`_${flat.indexOf(name)}`] ?? -1];
    if (field(known) === value && field(wanted) !== undefined) return v.parse(v.string(), field(wanted));
  }
  throw new Error(`${address} has nothing whose ${known} is ${String(value)}.`);
}

test.describe("behind a proxy that ends TLS", () => {
  test.use({ vars: { BASE_URL: "https://board.example" } });

  test("forms of the public address are taken, those of the inner one are not", async ({ request, server }) => {
    const form = { ...outside["routes/login"]?.form, password: "not the password" };
    const post = (Origin: string) =>
      pastProxy(() => request.post(`${server.url}/login`, { form, headers: { Origin }, maxRedirects: 0 }));
    expect((await post("https://board.example")).status()).toBe(401);
    expect((await post(server.url)).status()).toBe(403);
  });
});
