import { inArray, lt } from "drizzle-orm";
import type { Database } from "../database";
import { invitation, rateLimit, session, verification } from "../schema/auth";
import { ticket } from "../schema/ticket";

/** Far longer than the longest window of a rate limit (milliseconds): a row as old as this limits nobody. */
const RATE_LIMIT_KEPT = 3_600_000;

export interface DeletedRows {
  readonly sessions: number;
  readonly verifications: number;
  readonly invitations: number;
  readonly rateLimits: number;
  readonly tickets: number;
}

/**
 * Deletes what has run out by `now`, at most `limit` rows of each table: better-auth only ever adds, except for a row
 * that somebody happens to ask for again. An expired row opens nothing, so none of this changes what anybody may do; it
 * keeps addresses and devices of people from lying around, and the tables small. What is left over waits for the next
 * run: a D1 query has 30 s, and a long delete would keep sign-ins waiting, since D1 answers one query at a time.
 */
export async function deleteExpiredRows(db: Database, now: Date, limit: number): Promise<DeletedRows> {
  // SQLite as D1 builds it has no DELETE … LIMIT, hence the inner select.
  const oldSessions = db.select({ id: session.id }).from(session).where(lt(session.expiresAt, now)).limit(limit);
  const oldVerifications = db
    .select({ id: verification.id })
    .from(verification)
    .where(lt(verification.expiresAt, now))
    .limit(limit);
  // Whatever became of it: one that was answered or withdrawn is of no use once it would have run out.
  const oldInvitations = db
    .select({ id: invitation.id })
    .from(invitation)
    .where(lt(invitation.expiresAt, now))
    .limit(limit);
  const oldLimits = db
    .select({ id: rateLimit.id })
    .from(rateLimit)
    .where(lt(rateLimit.lastRequest, now.getTime() - RATE_LIMIT_KEPT))
    .limit(limit);
  const oldTickets = db.select({ hash: ticket.hash }).from(ticket).where(lt(ticket.expiresAt, now)).limit(limit);
  const [sessions, verifications, invitations, rateLimits, tickets] = await db.batch([
    db.delete(session).where(inArray(session.id, oldSessions)),
    db.delete(verification).where(inArray(verification.id, oldVerifications)),
    db.delete(invitation).where(inArray(invitation.id, oldInvitations)),
    db.delete(rateLimit).where(inArray(rateLimit.id, oldLimits)),
    db.delete(ticket).where(inArray(ticket.hash, oldTickets)),
  ]);
  return {
    sessions: sessions.meta.changes,
    verifications: verifications.meta.changes,
    invitations: invitations.meta.changes,
    rateLimits: rateLimits.meta.changes,
    tickets: tickets.meta.changes,
  };
}
