import { ButtonLink } from "../ui/button";
import { Cell } from "./cell";
import type { MemberLine } from "./member-line";
import { RoleForm } from "./role-form";
import { roleWords } from "./role-words";

/** One member: a row where there is room, a card on a phone. */
export function MemberRow({ member }: { member: MemberLine }) {
  const { id, name, email, role, roles, isYou, isLastOwner, mayRemove } = member;
  return (
    <tr className="border-t border-line hover:bg-hover phone:block phone:px-3 phone:py-2 phone:first:border-t-0">
      <th scope="row" className="h-10 pl-3 text-left font-regular phone:block phone:h-auto phone:p-0">
        <span className="flex min-w-0 items-baseline gap-2 phone:min-h-(--thumb) phone:items-center">
          <span className="truncate font-medium text-strong" title={name}>
            {name}
          </span>
          {isYou ? <span className="shrink-0 text-12 text-faint">you</span> : null}
        </span>
      </th>
      <Cell label="Email">
        <span className="block truncate phone:max-w-56" title={email}>
          {email}
        </span>
      </Cell>
      <Cell label="Role">
        {roles.length > 1 ? (
          <RoleForm member={member} />
        ) : (
          <>
            {roleWords[role]}
            {isLastOwner ? <span className="text-12 text-faint">, the only one</span> : null}
          </>
        )}
      </Cell>
      <td className="pr-2 text-right whitespace-nowrap phone:block phone:p-0 phone:text-right">
        {mayRemove ? (
          <ButtonLink
            to={`${id}/remove`}
            variant="quiet"
            aria-label={isYou ? "Leave this workspace" : `Remove ${name}`}
          >
            {isYou ? "Leave…" : "Remove…"}
          </ButtonLink>
        ) : null}
      </td>
    </tr>
  );
}
