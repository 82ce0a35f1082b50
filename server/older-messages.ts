import type { Message } from "../core/people/message";
import { openDatabase } from "../db/database";
import { messagesBefore } from "../db/queries/messages";

/** Messages that one answer holds at most. */
const A_PAGE = 50;

interface Older {
  /** Oldest first. */
  readonly messages: readonly Message[];
  /** Whether there are older ones still. */
  readonly more: boolean;
}

/** What was said beside a board before this message: more than the room holds. A board of another workspace has none. */
export async function olderMessages(
  env: Pick<Env, "DB">,
  workspaceId: string,
  asked: { board: string; before: number },
): Promise<Older> {
  const found = await messagesBefore(openDatabase(env.DB), workspaceId, { ...asked, limit: A_PAGE + 1 });
  return { messages: found.slice(-A_PAGE), more: found.length > A_PAGE };
}
