import { useMemo } from "react";
import * as z from "zod/mini";
import { type InboxMessage, inbox } from "../../../core/people/message";
import { useLiveKey } from "../../live/use-live-key";

const nothing: readonly InboxMessage[] = [];

/** What was said to one person, oldest first. */
export function useInbox(userId: string): readonly InboxMessage[] {
  const value = useLiveKey(`$inbox.${userId}`)?.value;
  return useMemo(() => z.safeParse(inbox, value).data ?? nothing, [value]);
}
