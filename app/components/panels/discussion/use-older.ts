import { useState } from "react";
import { useHref } from "react-router";
import * as z from "zod/mini";
import { room } from "../../../../core/people/message";
import { useHydrated } from "../../ui/use-hydrated";
import type { Said } from "./messages";

const answer = z.object({ messages: room, more: z.boolean() });

/** A room holds the newest 100 messages: from so many on, older ones may have left it. */
const MAYBE_MORE = 50;

interface Older {
  readonly messages: readonly Said[];
  readonly state: "ready" | "loading" | "failed" | "all";
}

/** What was said before the messages that are live, fetched when it is asked for; null where there is nothing to ask. */
export function useOlder(boardId: string, said: readonly Said[]) {
  const hydrated = useHydrated();
  const path = useHref("../messages");
  const [{ messages, state }, setOlder] = useState<Older>({ messages: [], state: "ready" });
  const first = messages[0]?.id ?? said[0]?.id;
  const load = async () => {
    setOlder({ messages, state: "loading" });
    const found = await ask(`${path}?board=${encodeURIComponent(boardId)}&before=${first}`);
    if (found === null) setOlder({ messages, state: "failed" });
    else setOlder({ messages: [...found.messages, ...messages], state: found.more ? "ready" : "all" });
  };
  // What left the room meanwhile may be in both.
  const known = new Set(said.map(({ id }) => id));
  const isOffered = hydrated && state !== "all" && said.length >= MAYBE_MORE;
  return { older: messages.filter(({ id }) => !known.has(id)), state, load: isOffered ? load : null };
}

/** Null where the server, or the way to it, does not give an answer. */
async function ask(address: string): Promise<z.infer<typeof answer> | null> {
  try {
    const response = await fetch(address);
    return response.ok ? answer.parse(await response.json()) : null;
  } catch {
    // A lost network is no defect: the button says so and can be pressed again.
    return null;
  }
}
