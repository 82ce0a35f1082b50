import { Inbox } from "lucide-react";
import { useState } from "react";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { InboxMessages } from "./inbox-messages";
import { useInbox } from "./use-inbox";

const InboxActions = loadableComponent(componentCode(() => import("./inbox-actions")));
const CARD = "inbox";

/** What was said to the reader, behind a count of what they have not seen. A native popover: it needs no script to read. */
export function InboxButton({ slug, userId }: { slug: string; userId: string }) {
  const messages = useInbox(userId);
  const unseen = messages.filter(({ seen }) => !seen).length;
  const [opened, setOpened] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  return (
    <>
      <button
        type="button"
        popoverTarget={CARD}
        aria-label={unseen === 0 ? "Inbox" : `Inbox, ${unseen} new`}
        title="Inbox"
        className="relative grid size-(--control) shrink-0 place-items-center rounded-6 text-muted hover:bg-hover phone:size-(--thumb)"
      >
        <Inbox aria-hidden className="size-4.5" strokeWidth={1.5} />
        {unseen === 0 ? null : (
          <span
            aria-hidden
            className="absolute -top-1 -right-1 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[10px] leading-none font-medium text-on-accent phone:top-1 phone:right-1"
          >
            {unseen > 99 ? "99+" : unseen}
          </span>
        )}
      </button>
      <div
        id={CARD}
        popover="auto"
        onToggle={() => setOpened(true)}
        className="fixed inset-auto top-11 right-3 m-0 flex max-h-[min(560px,80dvh)] w-96 max-w-[calc(100vw-24px)] flex-col rounded-8 border border-line-strong bg-raised text-body shadow-float not-open:hidden phone:top-13"
      >
        <h2 className="border-b border-line px-3 py-2 font-medium text-strong">Inbox</h2>
        <InboxMessages slug={slug} userId={userId} messages={messages} reply={setTo} />
        {opened ? (
          <Wanted unwant={() => setOpened(false)}>
            <InboxActions userId={userId} messages={messages} to={to} setTo={setTo} />
          </Wanted>
        ) : null}
      </div>
    </>
  );
}
