import { AlertsButton } from "../alerts/alerts-button";
import { InboxButton } from "../people/inbox-button";

/** What happened that somebody may want to know of, on any page. */
export function News({ slug, userId }: { slug: string; userId: string }) {
  return (
    <>
      <AlertsButton slug={slug} />
      <InboxButton slug={slug} userId={userId} />
    </>
  );
}
