import { Inbox } from "lucide";
import { useState } from "react";
import { HeaderCard } from "../frame/header-card";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { Icon } from "../ui/icon";
import { INBOX_CARD } from "./inbox-card-id";
import { InboxMessages } from "./inbox-messages";
import { useInbox } from "./use-inbox";

const InboxActions = loadableComponent(componentCode(() => import("./inbox-actions")));

/** What was said to the reader, behind a count of what they have not seen. */
export function InboxButton({ slug, userId }: { slug: string; userId: string }) {
  const messages = useInbox(userId);
  const unseen = messages.filter(({ seen }) => !seen).length;
  const [opened, setOpened] = useState(false);
  const [to, setTo] = useState<string | null>(null);
  const label = unseen === 0 ? "Inbox" : `Inbox, ${unseen} new`;
  return (
    <>
      <HeaderCard
        id={INBOX_CARD}
        label={label}
        icon={<Icon of={Inbox} />}
        mark={{ count: unseen, tone: "news" }}
        title="Inbox"
        onToggle={() => setOpened(true)}
      >
        <InboxMessages slug={slug} userId={userId} messages={messages} reply={setTo} />
        {opened ? (
          <Wanted unwant={() => setOpened(false)}>
            <InboxActions userId={userId} messages={messages} to={to} setTo={setTo} />
          </Wanted>
        ) : null}
      </HeaderCard>
      <p role="status" aria-label="Messages to you" className="sr-only">
        {unseen === 0 ? "" : label}
      </p>
    </>
  );
}
