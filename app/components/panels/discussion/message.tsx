import { Pencil, Trash2 } from "lucide";
import { memo, useState } from "react";
import { when } from "../../format/clock";
import { useReader } from "../../format/reader-provider";
import { Avatar } from "../../people/avatar";
import { MessageText } from "../../people/message-text";
import { useHydrated } from "../../ui/use-hydrated";
import { RowAction } from "../list/row-action";
import { MessageEditor } from "./message-editor";
import type { Append, Said } from "./messages";

interface MessageProps {
  said: Said;
  now: number;
  userId: string;
  mayModerate: boolean;
  /** Null for what has left the room: it stays as it is. */
  append: Append | null;
}

/** Who said what, and when; its author may reword it and take it back, an editor may take it away. */
export const Message = memo(function Message({ said, now, userId, mayModerate, append }: MessageProps) {
  const { timeZone } = useReader();
  const [editing, setEditing] = useState(false);
  const isOwn = said.by.id === userId;
  const hydrated = useHydrated();
  const change = hydrated && !said.removed && (isOwn || mayModerate) ? append : null;
  return (
    <article
      className="group/said relative flex gap-2.5"
      aria-label={`${said.by.name}, ${when(said.at, now, timeZone)}`}
    >
      <Avatar name={said.by.name} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <span className="truncate font-medium text-strong">{said.by.name}</span>
          <time dateTime={new Date(said.at).toISOString()} className="shrink-0 text-12 text-faint">
            {when(said.at, now, timeZone)}
            {said.edited ? ", edited" : ""}
          </time>
        </p>
        {said.removed ? (
          <p className="text-faint">Removed by {said.removed.name}</p>
        ) : editing && change ? (
          <MessageEditor said={said} append={change} close={() => setEditing(false)} />
        ) : (
          <MessageText text={said.text} mentions={said.mentions ?? []} userId={userId} />
        )}
      </div>
      {change && !editing ? (
        <div className="absolute -top-1 right-0 flex rounded-6 bg-panel opacity-0 group-focus-within/said:opacity-100 group-hover/said:opacity-100 pointer-coarse:opacity-100">
          {isOwn ? <RowAction name="Edit message" icon={Pencil} press={() => setEditing(true)} /> : null}
          <RowAction name="Remove message" icon={Trash2} press={() => void change({ of: said.id, text: null })} />
        </div>
      ) : null}
    </article>
  );
});
