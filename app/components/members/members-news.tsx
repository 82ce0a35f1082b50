import { useSearchParams } from "react-router";
import { Notice } from "../ui/notice";
import { CopyLink } from "./copy-link";
import { LinkText } from "./link-text";
import type { InvitationLine, MemberLine } from "./member-line";
import { roleWords } from "./role-words";

interface Props {
  readonly members: readonly MemberLine[];
  readonly invitations: readonly InvitationLine[];
}

/** What the last step did, told by the address it led to: only about those who are there, or are gone. */
export function MembersNews({ members, invitations }: Props) {
  const [search] = useSearchParams();
  const invited = invitations.find(({ id }) => id === search.get("invited"));
  const changed = members.find(({ id }) => id === search.get("changed"));
  if (invited?.link) return <Invited email={invited.email} link={invited.link} />;
  if (changed) return <Notice tone="info" title={`${changed.name} is ${roleWords[changed.role].toLowerCase()} now.`} />;
  if (isGone(search.get("removed"), members)) return <Notice tone="info" title="The member was removed." />;
  if (isGone(search.get("withdrawn"), invitations)) {
    return <Notice tone="info" title="The invitation was withdrawn. Its link opens nothing any more." />;
  }
  return null;
}

function Invited({ email, link }: { email: string; link: string }) {
  return (
    <Notice tone="info" title={`The invitation for ${email} is ready. Pass this link on:`}>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <LinkText link={link} email={email} />
        <CopyLink link={link} email={email} isShown />
      </div>
    </Notice>
  );
}

function isGone(id: string | null, among: readonly { readonly id: string }[]): boolean {
  return id !== null && among.every((one) => one.id !== id);
}
