import { eq, lt } from "drizzle-orm";
import type { Database } from "../database";
import { verification } from "../schema/auth";

const ID = "first-owner";
/** Longer than any sign-up takes; after a crash in the middle the token works again this much later. */
const CLAIM_FOR = 60_000;

/**
 * Takes the one place of the first owner: true for one caller only, however many bring the setup token at once. It is
 * an upsert on a fixed id, since "no user yet" and "insert the user" cannot be one statement through better-auth.
 */
export async function claimFirstOwner(db: Database, now: Date): Promise<boolean> {
  const values = { identifier: ID, value: "", expiresAt: new Date(now.getTime() + CLAIM_FOR) };
  const rows = await db
    .insert(verification)
    .values({ id: ID, ...values })
    .onConflictDoUpdate({ target: verification.id, set: values, setWhere: lt(verification.expiresAt, now) })
    .returning({ id: verification.id });
  return rows.length > 0;
}

/** Gives the place back after a sign-up that came to nothing. */
export async function releaseFirstOwner(db: Database): Promise<void> {
  await db.delete(verification).where(eq(verification.id, ID));
}
