import { Form, useNavigation } from "react-router";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Cell } from "./cell";
import { CopyLink } from "./copy-link";
import { LinkText } from "./link-text";
import type { InvitationLine } from "./member-line";
import { roleWords } from "./role-words";

interface Props {
  readonly invitations: readonly InvitationLine[];
  /** When the page was made, in milliseconds since 1970. */
  readonly now: number;
}

/** The invitations that can still be accepted. */
export function InvitationsTable({ invitations, now }: Props) {
  return (
    <Card className="overflow-clip">
      <table className="w-full table-fixed border-collapse phone:block" aria-labelledby="invitations">
        <thead className="phone:hidden">
          <tr className="h-8 text-left text-12 whitespace-nowrap text-faint *:font-regular">
            <th className="pl-3">Email</th>
            <th className="w-28 px-2">Role</th>
            <th className="w-40 px-2">Sent</th>
            <th className="w-40 px-2">Expires</th>
            <th className="w-56">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody className="phone:block">
          {invitations.map((invitation) => (
            <InvitationRow key={invitation.id} invitation={invitation} now={now} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function InvitationRow({ invitation, now }: { invitation: InvitationLine; now: number }) {
  const { email, role, sentAt, endsAt, link } = invitation;
  const { timeZone } = useReader();
  return (
    <tr className="border-t border-line hover:bg-hover phone:block phone:px-3 phone:py-2 phone:first:border-t-0">
      <th scope="row" className="h-10 pl-3 text-left font-regular phone:block phone:h-auto phone:p-0">
        <span className="block truncate font-medium text-strong phone:py-3" title={email}>
          {email}
        </span>
      </th>
      <Cell label="Role">{roleWords[role]}</Cell>
      <Cell label="Sent">{when(sentAt, now, timeZone)}</Cell>
      <Cell label="Expires">{when(endsAt, now, timeZone)}</Cell>
      <td className="pr-2 text-right phone:block phone:p-0">
        <span className="inline-flex flex-wrap items-center justify-end gap-1">
          {link === null ? null : (
            <>
              <CopyLink link={link} email={email} />
              <noscript>
                <LinkText link={link} email={email} />
              </noscript>
            </>
          )}
          {invitation.mayWithdraw ? <Withdraw invitation={invitation} /> : null}
        </span>
      </td>
    </tr>
  );
}

function Withdraw({ invitation: { id, email } }: { invitation: InvitationLine }) {
  const withdrawing = useNavigation().formData?.get("invitation") === id;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="invitation" value={id} />
      <Button type="submit" variant="quiet" off={withdrawing} aria-label={`Withdraw the invitation for ${email}`}>
        {withdrawing ? "Withdrawing…" : "Withdraw"}
      </Button>
    </Form>
  );
}
