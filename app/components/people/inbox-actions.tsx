import { useState } from "react";
import type { InboxMessage } from "../../../core/people/message";
import { useLiveClient } from "../../live/live-context";
import { useAppend } from "../../live/use-append";
import { ProblemStrip } from "../panels/problem-strip";
import { Button } from "../ui/button";
import { Composer } from "./composer";
import { useMembers } from "./use-members";

interface InboxActionsProps {
  userId: string;
  messages: readonly InboxMessage[];
  /** To whom a message is being written. */
  to: string | null;
  setTo: (userId: string | null) => void;
}

/** What can be done with an inbox, loaded when it is opened: having seen it, and writing to somebody. */
export default function InboxActions({ userId, messages, to, setTo }: InboxActionsProps) {
  const { append, problem } = useAppend(`$inbox.${userId}`);
  const last = messages.at(-1);
  const hasNew = messages.some(({ seen }) => !seen);
  return (
    <div className="border-t border-line pb-1">
      <ProblemStrip problem={problem} />
      {hasNew && last ? (
        <div className="px-1 pt-1">
          <Button variant="quiet" onClick={() => void append({ seen: last.id })}>
            Mark all as seen
          </Button>
        </div>
      ) : null}
      <Writing userId={userId} to={to} setTo={setTo} />
    </div>
  );
}

function Writing({ userId, to, setTo }: Omit<InboxActionsProps, "messages">) {
  const others = useMembers().filter(({ id }) => id !== userId);
  const client = useLiveClient();
  const [news, setNews] = useState<{ problem: string | null; done: string }>({ problem: null, done: "" });
  const person = others.find(({ id }) => id === to);
  if (others.length === 0) return null;
  const send = async (text: string) => {
    if (!person) return false;
    // Without a connection it waits for one.
    setNews({ problem: null, done: `Sending to ${person.name} …` });
    const outcome = await client.append(`$inbox.${person.id}`, { text });
    setNews(outcome.ok ? { problem: null, done: `Sent to ${person.name}.` } : { problem: outcome.message, done: "" });
    return outcome.ok;
  };
  return (
    <div className="pt-2">
      <label className="flex items-center gap-2 px-3">
        <span className="text-muted">Write to</span>
        <select
          value={to ?? ""}
          onChange={({ target }) => setTo(target.value === "" ? null : target.value)}
          className="h-(--control) min-w-0 flex-1 rounded-6 border border-line-control bg-panel px-2 text-strong phone:h-(--thumb) phone:text-16"
        >
          <option value="">Nobody</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {person ? (
        <Composer label="Message" placeholder={`To ${person.name} alone`} send={send} />
      ) : (
        <div className="h-2" />
      )}
      <ProblemStrip problem={news.problem} what="Not sent." />
      <p role="status" className="px-3 text-12 text-muted not-empty:pb-2">
        {news.done}
      </p>
    </div>
  );
}
