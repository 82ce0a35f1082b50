import { PanelMessage } from "../panels/panel-message";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { ListSearch } from "../ui/list-search";
import type { MemberLine } from "./member-line";
import { MemberRow } from "./member-row";
import { roleWords } from "./role-words";

interface MembersTableProps {
  members: readonly MemberLine[];
  /** What the address searches for. */
  asked: string;
}

/** As many are seen at a glance: no search is offered for them. */
const AT_A_GLANCE = 8;

/** The members of a workspace; of more than a glance takes in, those whose name, address or role has all words. */
export function MembersTable({ members, asked }: MembersTableProps) {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const found = members.filter(({ name, email, role }) => {
    const text = `${name} ${email} ${roleWords[role]}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      {members.length > AT_A_GLANCE || asked !== "" ? (
        <div className="flex w-80 phone:w-full">
          <ListSearch
            label="Search members"
            placeholder="Search by name, email or role"
            value={asked}
            note={asked === "" ? undefined : `${found.length} of ${members.length}`}
          />
        </div>
      ) : null}
      <Card className={found.length === 0 ? "grid min-h-40 p-3" : "overflow-clip"}>
        {found.length === 0 ? (
          <PanelMessage
            title={`No member matches “${asked}”`}
            action={<ButtonLink to="?">Show all members</ButtonLink>}
          >
            The names, emails and roles of {members.length === 1 ? "one member" : `${members.length} members`} were
            searched.
          </PanelMessage>
        ) : (
          <Rows members={found} />
        )}
      </Card>
    </>
  );
}

function Rows({ members }: Pick<MembersTableProps, "members">) {
  return (
    <table className="w-full table-fixed border-collapse phone:block" aria-label="Members">
      <thead className="phone:hidden">
        <tr className="h-8 text-left text-12 whitespace-nowrap text-faint *:font-regular">
          <th className="pl-3">Name</th>
          <th className="px-2">Email</th>
          <th className="w-60 px-2">Role</th>
          <th className="w-28">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="phone:block">
        {members.map((member) => (
          // A role that somebody else changed meanwhile begins the choice anew.
          <MemberRow key={`${member.id} ${member.role}`} member={member} />
        ))}
      </tbody>
    </table>
  );
}
