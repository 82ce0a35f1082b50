import { env, exports } from "cloudflare:workers";
import { readSession } from "../../server/session";
import { Browser } from "../../server/testing/browser";
import { type Reader, readerOf } from "./socket";

/** Somebody with an account, a workspace of their own or a place in another's, and a browser. */
export interface Person {
  readonly browser: Browser;
  readonly address: string;
  readonly userId: string;
  readonly sessionId: string;
}

export async function signUp(): Promise<Person & { workspace: string }> {
  const browser = new Browser();
  const address = `${crypto.randomUUID()}@harbour.example`;
  const result = await browser.signUp({ email: address, workspace: "Harbour" });
  if (!result.ok) throw new Error(JSON.stringify(result));
  const person = await personOf(browser, address);
  const row = await env.DB.prepare("SELECT organization_id AS id FROM member WHERE user_id = ?")
    .bind(person.userId)
    .first<{ id: string }>();
  if (!row) throw new Error("no workspace");
  return { ...person, workspace: row.id };
}

/** Signs up and takes a place in the workspace, as if invited. */
export async function join(workspace: string, role: string): Promise<Person> {
  const { workspace: _, ...person } = await signUp();
  await env.DB.prepare("INSERT INTO member (id, organization_id, user_id, role, created_at) VALUES (?, ?, ?, ?, 0)")
    .bind(crypto.randomUUID(), workspace, person.userId, role)
    .run();
  return person;
}

async function personOf(browser: Browser, address: string): Promise<Person> {
  const session = await readSession(browser.headers, env);
  if (!session) throw new Error("not signed in");
  return { browser, address, userId: session.user.id, sessionId: session.id };
}

/** What the Worker answers to an upgrade, whoever asks. */
export function upgrade(workspace: string, headers: Headers, subprotocols = "deltaboard.v1"): Promise<Response> {
  const sent = new Headers(headers);
  sent.set("Upgrade", "websocket");
  sent.set("Sec-WebSocket-Protocol", subprotocols);
  return exports.default.fetch(`http://localhost:8787/live/${workspace}`, { headers: sent });
}

/** The whole way in: the Worker settles who calls, the object accepts. */
export async function enter({ browser }: Person, workspace: string): Promise<Reader> {
  return readerOf(await upgrade(workspace, browser.headers));
}
