import { Link } from "react-router";
import type { InboxMessage } from "../../../core/people/message";
import { useNow } from "../../live/use-now";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { useHydrated } from "../ui/use-hydrated";
import { Avatar } from "./avatar";
import { INBOX_CARD } from "./inbox-card-id";
import { useBoards } from "./use-boards";

const A_MINUTE = 60_000;
/** A link to the page that is open would leave the layer where it is. */
const close = () => document.getElementById(INBOX_CARD)?.hidePopover();

interface InboxMessagesProps {
  slug: string;
  userId: string;
  messages: readonly InboxMessage[];
  /** Opens an answer to this person. */
  reply: (userId: string) => void;
}

/** What was said to the reader, the newest first: who, when, and on which board, where it was a mention. */
export function InboxMessages({ slug, userId, messages, reply }: InboxMessagesProps) {
  const boards = useBoards();
  const now = useNow(A_MINUTE);
  if (messages.length === 0) {
    return (
      <p className="px-3 py-8 text-center text-muted">
        Nothing yet. Whoever writes @ and your name on a board, or to you alone, is here.
      </p>
    );
  }
  return (
    <ul aria-label="Messages" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2">
      {messages.toReversed().map((one) => {
        const board = one.board === undefined ? undefined : boards.get(one.board);
        return (
          <InboxRow key={one.id} one={one} now={now} reply={one.by.id === userId ? undefined : reply}>
            {board ? (
              <Link to={`/w/${slug}/b/${board.slug}`} onClick={close} className="truncate text-accent underline">
                {board.title}
              </Link>
            ) : (
              <span className="truncate">{one.board === undefined ? "to you" : "on a board that is gone"}</span>
            )}
          </InboxRow>
        );
      })}
    </ul>
  );
}

interface InboxRowProps {
  one: InboxMessage;
  now: number;
  reply: ((userId: string) => void) | undefined;
  /** Where it was said. */
  children: React.ReactNode;
}

function InboxRow({ one, now, reply, children }: InboxRowProps) {
  const { timeZone } = useReader();
  const hydrated = useHydrated();
  return (
    <li className="flex gap-2.5 border-b border-line px-3 py-2 last:border-b-0">
      <Avatar name={one.by.name} />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2 text-12 text-faint">
          <span className="truncate text-13 font-medium text-strong">{one.by.name}</span>
          <time dateTime={new Date(one.at).toISOString()} className="shrink-0">
            {when(one.at, now, timeZone)}
          </time>
          {children}
          {one.seen ? null : <span className="ml-auto font-medium text-accent">New</span>}
        </p>
        <p className="wrap-anywhere whitespace-pre-wrap">{one.text}</p>
        {reply && hydrated ? (
          <button
            type="button"
            onClick={() => reply(one.by.id)}
            className="text-12 text-muted underline hover:text-strong phone:min-h-(--thumb)"
          >
            Answer
          </button>
        ) : null}
      </div>
    </li>
  );
}
