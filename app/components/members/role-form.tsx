import { ChevronsUpDown } from "lucide";
import { useState } from "react";
import { Form, useNavigation } from "react-router";
import * as v from "valibot";
import { type Role, role as roles } from "../../../core/protocol/welcome";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { MemberLine } from "./member-line";
import { roleWords } from "./role-words";

/** A member's role to choose anew. It is saved by its button, never by choosing: arrow keys pass over every role. */
export function RoleForm({ member }: { member: MemberLine }) {
  const [chosen, setChosen] = useState<Role>(member.role);
  const saving = useNavigation().formData?.get("member") === member.id;
  const save = (
    <Button type="submit" off={saving}>
      {saving ? "Saving…" : "Save"}
    </Button>
  );
  return (
    <Form method="post" preventScrollReset className="flex items-center gap-2 phone:justify-end">
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="member" value={member.id} />
      <span className="relative">
        <select
          name="role"
          aria-label={`Role of ${member.name}`}
          value={chosen}
          onChange={(event) => setChosen(v.parse(roles, event.target.value))}
          className="h-(--control) w-28 appearance-none rounded-6 border border-line-control bg-panel pr-7 pl-2 text-strong phone:h-(--thumb) phone:w-36 phone:text-16"
        >
          {member.roles.map((role) => (
            <option key={role} value={role}>
              {roleWords[role]}
            </option>
          ))}
        </select>
        <Icon
          of={ChevronsUpDown}
          className="pointer-events-none absolute inset-y-0 right-2 my-auto size-3.5 text-faint"
        />
      </span>
      {chosen === member.role ? <noscript>{save}</noscript> : save}
    </Form>
  );
}
