import { Form, useNavigation } from "react-router";
import type { Role } from "../../../core/protocol/welcome";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Field, SelectField } from "../ui/field";
import { roleDuties, roleWords } from "./role-words";

interface Props {
  /** The roles that may be given, the lowest first. */
  readonly roles: readonly Role[];
  readonly signupClosed: boolean;
  /** Of a form that was refused. */
  readonly typed: { readonly email: string; readonly role: string } | undefined;
  readonly errors: { readonly email?: string | undefined; readonly role?: string | undefined };
}

/** Address and role of somebody to invite. */
export function InviteForm({ roles, signupClosed, typed, errors }: Props) {
  const inviting = useNavigation().formData?.get("intent") === "invite";
  return (
    <Card className="p-4" aria-labelledby="invite">
      <Form method="post" noValidate className="grid gap-3">
        <h2 id="invite" className="text-14 font-medium text-strong">
          Invite somebody
        </h2>
        <input type="hidden" name="intent" value="invite" />
        <div className="grid max-w-[880px] grid-cols-[minmax(0,1fr)_280px_auto] items-start gap-3 phone:grid-cols-[minmax(0,1fr)]">
          <Field
            label="Email"
            name="email"
            type="email"
            autoComplete="off"
            required
            defaultValue={typed?.email}
            error={errors.email}
          />
          <SelectField label="Role" name="role" defaultValue={typed?.role ?? "viewer"} error={errors.role}>
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleWords[role]}: {roleDuties[role]}
              </option>
            ))}
          </SelectField>
          <div className="pt-6 phone:pt-0">
            <Button type="submit" variant="prime" size="big" off={inviting}>
              {inviting ? "Inviting…" : "Make invitation"}
            </Button>
          </div>
        </div>
        <p className="text-12 text-faint">
          You get a link to pass on; no mail is sent. It works for this address alone, once, and for a week.
          {signupClosed
            ? " Sign-up is closed on this server, so only somebody who has an account can follow it."
            : null}
        </p>
      </Form>
    </Card>
  );
}
