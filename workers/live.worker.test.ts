import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import { defaultLimits } from "../core/hub/limits";
import { PUBLIC_WORKSPACE } from "../core/public-workspace";
import { Browser } from "../server/testing/browser";
import { RIGHTS_HEADER } from "./do/rights";
import { PRINCIPAL_HEADER } from "./do/socket-attachment";
import { enter, signUp, upgrade } from "./testing/person";
import { readerOf } from "./testing/socket";
import { upstreamForEachTest } from "./testing/upstream";

upstreamForEachTest();
const settled = (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 });
const OWN = { Origin: "http://localhost:8787" };

test.each([
  ["deltaboard.v0", "deltaboard.v0"],
  ["deltaboard.v2", "deltaboard.v2"],
  ["chat, deltaboard.v7, deltaboard.v8", "deltaboard.v7"],
])(
  "[V2] a client that offers %s is told by an open socket that it must reload, and reaches no object",
  async (offered, chosen) => {
    const { browser, workspace } = await signUp();
    const asked = vi.spyOn(env.DASHBOARD, "getByName");
    const response = await upgrade(workspace, browser.headers, offered);
    expect(response.status).toBe(101);
    expect(response.headers.get("Sec-WebSocket-Protocol")).toBe(chosen);
    const reader = readerOf(response);
    await settled(() => expect(reader.closed).toEqual({ code: 4500, reason: "version" }));
    expect(reader.heard).toEqual([{ type: "bye", code: 4500, reason: "version" }]);
    expect(asked).not.toHaveBeenCalled();
  },
);

test("[V2] ours is chosen wherever it is in the offer", async () => {
  const { browser, workspace } = await signUp();
  const response = await upgrade(workspace, browser.headers, "deltaboard.v2, deltaboard.v1");
  expect(response.headers.get("Sec-WebSocket-Protocol")).toBe("deltaboard.v1");
  const reader = readerOf(response);
  await settled(() => expect(reader.of("welcome")).toHaveLength(1));
});

test.each(["", "chat", "deltaboard.v", "deltaboard.v1x", "deltaboard.v-1", "DELTABOARD.V2", "xdeltaboard.v2"])(
  "without a subprotocol of ours, as in %j, the upgrade is refused",
  async (offered) => {
    expect((await upgrade(PUBLIC_WORKSPACE, new Headers(OWN), offered)).status).toBe(426);
  },
);

test("one connection too many is told by name of the limit, on a socket that the object does not hold", async () => {
  const person = await signUp();
  for (let i = 0; i < defaultLimits.socketsAUser; i++) await enter(person, person.workspace);
  const over = await enter(person, person.workspace);
  await settled(() => expect(over.closed?.code).toBe(4504));
  expect(over.heard).toEqual([
    { type: "bye", code: 4504, reason: "At most 20 connections for one person: close one." },
  ]);
});

test("who is not signed in learns nothing of versions", async () => {
  const { workspace } = await signUp();
  expect((await upgrade(workspace, new Headers(OWN), "deltaboard.v2")).status).toBe(401);
});

test("what a client writes into the headers that are between the Worker and the object counts for nothing", async () => {
  const person = await signUp();
  const forged = { kind: "member", userId: "eve", name: "Eve", role: "owner", sessionId: "x", sessionEnds: 9e15 };
  person.browser.headers.set(PRINCIPAL_HEADER, JSON.stringify(forged));
  person.browser.headers.set(RIGHTS_HEADER, "9000000000");
  const reader = await enter(person, person.workspace);
  await settled(() => expect(reader.of("welcome")).toMatchObject([{ principal: { id: person.userId } }]));
  const visitor = readerOf(
    await upgrade(PUBLIC_WORKSPACE, new Headers({ ...OWN, [PRINCIPAL_HEADER]: JSON.stringify(forged) })),
  );
  await settled(() => expect(visitor.of("welcome")).toMatchObject([{ principal: { kind: "visitor" } }]));
});

test("a visitor is counted by the platform's word for its address, whatever X-Forwarded-For says", async () => {
  const from = (forwarded: string) =>
    upgrade(
      PUBLIC_WORKSPACE,
      new Headers({ ...OWN, "CF-Connecting-IP": "198.51.100.7", "X-Forwarded-For": forwarded, "X-Real-IP": forwarded }),
    );
  for (let i = 0; i < 50; i++) readerOf(await from(`203.0.113.${i}`));
  const over = readerOf(await from("203.0.113.99"));
  await settled(() => expect(over.closed?.code).toBe(4504));
  const other = readerOf(await upgrade(PUBLIC_WORKSPACE, new Headers({ ...OWN, "CF-Connecting-IP": "198.51.100.8" })));
  await settled(() => expect(other.of("welcome")).toHaveLength(1));
});

test("the limits of the settings are those in force, and readers are told", async () => {
  const person = await signUp();
  await evictDurableObject(env.DASHBOARD.getByName(person.workspace));
  Object.assign(env, { LIMITS: '{"socketsAUser":2}' });
  try {
    const first = await enter(person, person.workspace);
    await settled(() => expect(first.of("welcome")).toMatchObject([{ limits: { socketsAUser: 2, sockets: 2_000 } }]));
    await enter(person, person.workspace);
    const over = await enter(person, person.workspace);
    await settled(() => expect(over.closed?.code).toBe(4504));
  } finally {
    Object.assign(env, { LIMITS: "" });
  }
});

test("the addresses of one IPv6 network are counted together", async () => {
  const from = (address: string) => upgrade(PUBLIC_WORKSPACE, new Headers({ ...OWN, "CF-Connecting-IP": address }));
  for (let i = 0; i < 50; i++) readerOf(await from(`2001:db8:1:2::${i.toString(16)}`));
  const over = readerOf(await from("2001:db8:1:2:ffff::1"));
  await settled(() => expect(over.closed?.code).toBe(4504));
});

test("a name in any script comes through whole", async () => {
  const name = "東京 Ünal ✓ 𝄞";
  const browser = new Browser();
  const result = await browser.signUp({ name, email: `${crypto.randomUUID()}@harbour.example`, workspace: "Harbour" });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const reader = readerOf(await upgrade(result.path.split("/")[2] ?? "", browser.headers));
  await settled(() => expect(reader.of("welcome")).toMatchObject([{ principal: { name } }]));
});
