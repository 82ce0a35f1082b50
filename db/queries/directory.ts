import { asc, eq, sql } from "drizzle-orm";
import type { Directory } from "../../core/people/directory";
import type { Database } from "../database";
import { board } from "../schema/board";
import { listMembers } from "./members";

/** The boards and members of a workspace. A board whose removal can still be undone is told, so that its room stays. */
export async function readDirectory(db: Database, workspaceId: string): Promise<Directory> {
  const [boards, members] = await Promise.all([
    db
      .select({
        id: board.id,
        slug: board.slug,
        title: sql<string>`json_extract(${board.document}, '$.title')`,
        version: board.version,
      })
      .from(board)
      .where(eq(board.workspaceId, workspaceId))
      .orderBy(asc(board.slug)),
    listMembers(db, workspaceId),
  ]);
  return { boards, members: members.map(({ userId, name, role }) => ({ id: userId, name, role })) };
}
