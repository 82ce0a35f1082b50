import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { Database } from "../database";
import { session, user } from "../schema/auth";
import { ticket } from "../schema/ticket";

/** What a ticket was made with: it is worth no more than that is when it is used. */
export type Holder = { readonly sessionId: string } | { readonly keyId: string };

export interface Ticket {
  readonly workspaceId: string;
  readonly holder: Holder;
  readonly expiresAt: Date;
}

/**
 * Keeps a ticket, unless its holder has `most` unused ones already: false then. Old ones go on the way, so the table is
 * as small as what was made within half a minute, and the count costs as little.
 */
export async function insertTicket(
  db: Database,
  hash: string,
  { workspaceId, holder, expiresAt }: Ticket,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<boolean> {
  const { sessionId, keyId } = { sessionId: null, keyId: null, ...holder };
  const [, inserted] = await db.batch([
    db.delete(ticket).where(lt(ticket.expiresAt, now)),
    // The columns in the table's order.
    db.insert(ticket).select(sql`SELECT ${hash}, ${workspaceId}, ${sessionId}, ${keyId}, ${expiresAt.getTime()}
      WHERE (SELECT count(*) FROM ticket WHERE session_id IS ${sessionId} AND key_id IS ${keyId}) < ${most}`),
  ]);
  return inserted.meta.changes > 0;
}

/** Takes the ticket with this hash away and returns it: of two who use it at once, one gets it. Null for no such ticket. */
export async function takeTicket(db: Database, hash: string): Promise<Ticket | null> {
  const [row] = await db.delete(ticket).where(eq(ticket.hash, hash)).returning();
  if (!row) return null;
  const { workspaceId, sessionId, keyId, expiresAt } = row;
  if (sessionId !== null) return { workspaceId, expiresAt, holder: { sessionId } };
  return keyId === null ? null : { workspaceId, expiresAt, holder: { keyId } };
}

export interface OpenSession {
  readonly id: string;
  readonly expiresAt: Date;
  readonly user: { readonly id: string; readonly name: string; readonly email: string };
}

/** The session with this id and whose it is; null for one that is over. */
export async function findOpenSession(db: Database, id: string, now: Date): Promise<OpenSession | null> {
  const [row] = await db
    .select({
      id: session.id,
      expiresAt: session.expiresAt,
      user: { id: user.id, name: user.name, email: user.email },
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(and(eq(session.id, id), gt(session.expiresAt, now)));
  return row ?? null;
}
