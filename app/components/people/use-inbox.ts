import { useMemo } from "react";
import { type InboxMessage, inbox } from "../../../core/people/message";
import { readAs } from "../../../core/schema/read-as";
import { useLiveKeys } from "../../live/use-live-keys";

const nothing: readonly InboxMessage[] = [];

/** What was said to one person, oldest first; also on a screen that is held. */
export function useInbox(userId: string): readonly InboxMessage[] {
  const value = useLiveKeys([`$inbox.${userId}`], { isHeld: false })[0]?.value;
  return useMemo(() => readAs(inbox, value) ?? nothing, [value]);
}
