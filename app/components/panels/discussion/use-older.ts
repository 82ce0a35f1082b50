import { useMemo, useSyncExternalStore } from "react";
import { useHref } from "react-router";
import { useHydrated } from "../../ui/use-hydrated";
import type { Said } from "./messages";
import { OlderMessages } from "./older-messages";

/** A room holds the newest 100 messages: from so many on, older ones may have left it. */
const MAYBE_MORE = 50;

/** What was said before the messages that are live, fetched when it is asked for; null where there is nothing to ask. */
export function useOlder(boardId: string, said: readonly Said[]) {
  const hydrated = useHydrated();
  const path = useHref("../messages");
  const older = useMemo(
    () => new OlderMessages((before) => fetch(`${path}?board=${encodeURIComponent(boardId)}&before=${before}`)),
    [path, boardId],
  );
  const { messages, state } = useSyncExternalStore(older.subscribe, older.read, older.read);
  // What left the room meanwhile may be in both.
  const known = new Set(said.map(({ id }) => id));
  const isOffered = hydrated && state !== "all" && said.length >= MAYBE_MORE;
  const load = () => older.load(said[0]?.id ?? 0);
  return { older: messages.filter(({ id }) => !known.has(id)), state, load: isOffered ? load : null };
}
