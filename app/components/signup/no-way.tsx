import { Form } from "react-router";
import { Button } from "../ui/button";

export type NoWayPage =
  | { readonly is: "shut"; readonly why: "closed" | "invitation_needed"; readonly invitationLost: boolean }
  | { readonly is: "stuck"; readonly why: "no_workspace" | "other_address"; readonly email: string };

const words = {
  closed: {
    title: "Sign-up is closed",
    text: "Nobody can make an account on this server at present. If you have one, sign in.",
  },
  invitation_needed: {
    title: "One signs up here with an invitation",
    text: "Ask an owner of a workspace on this server for one, and open the link in it.",
  },
  invitation_lost: {
    title: "The invitation is no longer good",
    text: "It was used, called back, or it has run out. Ask for a new one.",
  },
  no_workspace: {
    title: "You are in no workspace",
    text: "Ask an owner of a workspace for an invitation, and open the link in it while you are signed in.",
  },
  other_address: {
    title: "The invitation is for another address",
    text: "Log out, then open the link again and sign in with the address it was sent to.",
  },
};

/** Why the page has no form for this person now, and what they can do. */
export function NoWay({ page }: { page: NoWayPage }) {
  const { title, text } = words[page.is === "shut" && page.invitationLost ? "invitation_lost" : page.why];
  return (
    <>
      <h1 className="text-20 font-medium text-strong">{title}</h1>
      <p className="text-14 text-muted">{text}</p>
      {page.is === "stuck" ? (
        <Form method="post" action="/logout" className="grid justify-items-start gap-2">
          <p className="text-muted">Signed in as {page.email}.</p>
          <Button type="submit">Log out</Button>
        </Form>
      ) : null}
    </>
  );
}
