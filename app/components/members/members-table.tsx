import { Card } from "../ui/card";
import type { MemberLine } from "./member-line";
import { MemberRow } from "./member-row";

export function MembersTable({ members }: { members: readonly MemberLine[] }) {
  return (
    <Card className="overflow-clip">
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
    </Card>
  );
}
