import { useMemo } from "react";
import type * as v from "valibot";
import { isObject, type Json } from "../../../../core/json";
import type { room } from "../../../../core/people/message";
import { useNow } from "../../../live/use-now";
import { Button } from "../../ui/button";
import { useBoard } from "../board-context";
import { TailScroll } from "../tail-scroll";
import { Message } from "./message";
import { useOlder } from "./use-older";
import { useUnread } from "./use-unread";

export type Said = v.InferOutput<typeof room>[number];
export type Append = (data: Json) => Promise<boolean>;

const A_MINUTE = 60_000;

interface MessagesProps {
  title: string;
  said: readonly Said[];
  /** What this page is just saying, changing and taking back. */
  pending: readonly Json[];
  append: Append;
}

/** The messages, oldest first, with a line before those that came since this browser last showed the end. */
export function Messages({ title, said, pending, append }: MessagesProps) {
  const { boardId, userId, mayWrite } = useBoard();
  const now = useNow(A_MINUTE);
  const ids = useMemo(() => said.map(({ id }) => id), [said]);
  const { older, state, load } = useOlder(boardId, said);
  const { firstUnread, seen } = useUnread(boardId, userId, said);
  return (
    <TailScroll ids={ids} label={title} atEnd={seen}>
      {load ? <ShowOlder state={state} load={() => void load()} /> : null}
      <ol className="grid gap-3 px-3 pt-1 pb-2">
        {older.map((one) => (
          <li key={one.id}>
            <Message said={one} now={now} userId={userId} mayModerate={false} append={null} />
          </li>
        ))}
        {said.map((one) => (
          <li key={one.id}>
            {one.id === firstUnread ? <NewLine /> : null}
            <Message said={one} now={now} userId={userId} mayModerate={mayWrite} append={append} />
          </li>
        ))}
        {pending.map((data, i) => (
          <Pending key={i} data={data} />
        ))}
      </ol>
    </TailScroll>
  );
}

function ShowOlder({ state, load }: { state: string; load: () => void }) {
  return (
    <p className="flex items-center justify-center gap-2 px-3 py-1 text-12 text-muted">
      {state === "failed" ? <span role="alert">Older messages could not be fetched.</span> : null}
      <Button variant="quiet" disabled={state === "loading"} onClick={load}>
        Show older
      </Button>
    </p>
  );
}

function NewLine() {
  return (
    <p className="mb-2 flex items-center gap-2 text-12 font-medium text-accent">
      <span className="h-px flex-1 bg-line-strong" />
      New
      <span className="h-px flex-1 bg-line-strong" />
    </p>
  );
}

/** What is on its way and new; a change of what is there is shown by that message. */
function Pending({ data }: { data: Json }) {
  if (!isObject(data) || data.of !== undefined || typeof data.text !== "string") return null;
  return (
    <li className="pl-8.5 text-faint">
      <p className="wrap-anywhere whitespace-pre-wrap">{data.text}</p>
      <p className="text-12">Sending …</p>
    </li>
  );
}
