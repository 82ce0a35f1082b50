import { useState } from "react";
import { slugOf } from "../../../core/workspaces/slug";
import { Field } from "../ui/field";

/** Names a workspace, and shows the address it will have; a number is added where that is taken. */
export function WorkspaceField({ typed = "", error }: { typed?: string | undefined; error?: string | undefined }) {
  const [name, setName] = useState(typed);
  const slug = slugOf(name);
  return (
    <Field
      label="Workspace"
      name="workspace"
      autoComplete="organization"
      required
      maxLength={60}
      value={name}
      onChange={(event) => setName(event.target.value)}
      error={error}
      hint={
        slug === null ? (
          "Your boards and sources live in it. Name it after your team or place."
        ) : (
          <>
            Its address will be <code className="font-mono">/w/{slug}</code>
          </>
        )
      }
    />
  );
}
