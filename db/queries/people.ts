import type { Database } from "../database";
import { user } from "../schema/auth";

/** Whether anybody has an account here: the setup token is worth nothing once somebody has. */
export async function anyPerson(db: Database): Promise<boolean> {
  const rows = await db.select({ id: user.id }).from(user).limit(1);
  return rows.length > 0;
}
