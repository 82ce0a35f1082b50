import { customAlphabet } from "nanoid";
import { LiveError } from "../core/errors";
import type { Principal } from "../core/live-object";
import { openDatabase } from "../db/database";
import { findOpenKey } from "../db/queries/api-keys";
import { findOpenSession, type Holder, insertTicket, takeTicket } from "../db/queries/tickets";
import { hashOf } from "./api-key-text";
import { memberCaller } from "./member-caller";
import type { Caller } from "./read-principal";

/** Where a ticket stands in an address. */
export const TICKET_PARAM = "ticket";
/** How long a ticket can be used, in milliseconds: for one connection that is opened right away. */
const GOOD_FOR = 30_000;
/** Unused ones that a session or a key may have. */
const MOST = 20;
/**
 * 256 bits in hex. The platform leaves a run of 32 hex digits and more out of the addresses in its logs (workerd, api/util:
 * redactUrl), and what a log of somebody else's has is spent or too old.
 */
const random = customAlphabet("0123456789abcdef", 64);
const SHAPE = /^[0-9a-f]{64}$/;

export interface IssuedTicket {
  readonly ticket: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** A ticket for the caller, to this workspace; or the error to answer with. */
export async function issueTicket(env: Env, { workspaceId, principal }: Caller): Promise<IssuedTicket | LiveError> {
  const holder = holderOf(principal);
  if (holder === null) return new LiveError("forbidden", "Only who has a session or a key gets a ticket.");
  const text = random();
  const now = Date.now();
  const made = { workspaceId, holder, expiresAt: new Date(now + GOOD_FOR) };
  const kept = await insertTicket(openDatabase(env.DB), await hashOf(text), made, { now: new Date(now), most: MOST });
  if (!kept) return new LiveError("rate_limited", `At most ${MOST} unused tickets. One is good for 30 seconds.`);
  return { ticket: text, expires: now + GOOD_FOR };
}

/**
 * Who holds this ticket, which is spent by that, or the error to answer with. It opens only the workspace that it was
 * made for, and only as long as the session or key that it was made with does.
 */
export async function ticketCaller(text: string, env: Env, workspace: string): Promise<Caller | LiveError> {
  const ticket = SHAPE.test(text) ? await takeTicket(openDatabase(env.DB), await hashOf(text)) : null;
  if (ticket === null || ticket.expiresAt.getTime() <= Date.now()) return useless();
  const { holder, workspaceId } = ticket;
  const caller =
    "keyId" in holder ? await byKey(holder.keyId, env, workspace) : await bySession(holder.sessionId, env, workspace);
  return caller instanceof LiveError || caller.workspaceId === workspaceId ? caller : new LiveError("not_found");
}

async function bySession(id: string, env: Env, workspace: string): Promise<Caller | LiveError> {
  const session = await findOpenSession(openDatabase(env.DB), id, new Date());
  return session === null ? useless() : memberCaller(env, session, workspace);
}

async function byKey(id: string, env: Env, workspace: string): Promise<Caller | LiveError> {
  const key = await findOpenKey(openDatabase(env.DB), { id });
  if (key === null) return useless();
  if (workspace !== key.workspace.id && workspace !== key.workspace.slug) return new LiveError("not_found");
  const principal = { kind: "key", keyId: id, name: key.name } as const;
  return { workspaceId: key.workspace.id, principal, rights: key.version };
}

function holderOf(principal: Principal): Holder | null {
  switch (principal.kind) {
    case "member":
      return { sessionId: principal.sessionId };
    case "key":
      return { keyId: principal.keyId };
    case "visitor":
      return null;
  }
}

/** One error for all of it: who guesses learns nothing. */
function useless(): LiveError {
  return new LiveError("unauthenticated", "The ticket is spent, older than 30 seconds, or none. Ask for another.");
}
