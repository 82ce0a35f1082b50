import type { SignupMode } from "./env";

/** What the decision depends on; gathered by sign-up.ts, so that the table below can be tested as it stands. */
export interface SignUpFacts {
  readonly mode: SignupMode;
  /** Whether anybody has an account already. */
  readonly people: boolean;
  /** Whether a setup token is configured. */
  readonly tokenSet: boolean;
  /** The pending invitation that was brought along; null without one or when it is no longer good. */
  readonly invitation: { readonly email: string } | null;
}

/** How one may come in: with an own workspace, into the inviting one, as first owner by token, or not now. */
export type Door = "open" | "invited" | "token" | "closed" | "invitation_needed";

export function doorOf({ mode, people, tokenSet, invitation }: SignUpFacts): Door {
  if (mode === "closed") return "closed";
  if (invitation) return "invited";
  if (mode === "open") return "open";
  return tokenSet && !people ? "token" : "invitation_needed";
}

export type Admission =
  | { readonly admit: "owner" | "guest" }
  | { readonly admit: false; readonly field: "email" | "setupToken" | null; readonly message: string };

/** `tokenRight`: whether the setup token that was sent is the configured one, compared in constant time. */
export function admission(facts: SignUpFacts, person: { email: string; tokenRight: boolean }): Admission {
  switch (doorOf(facts)) {
    case "open":
      return { admit: "owner" };
    case "token":
      return person.tokenRight
        ? { admit: "owner" }
        : refuse("setupToken", "This is not the setup token of this server.");
    case "invited":
      return person.email === facts.invitation?.email.toLowerCase()
        ? { admit: "guest" }
        : refuse("email", "The invitation is for another address.");
    case "closed":
      return refuse(null, "Nobody can sign up on this server at present.");
    case "invitation_needed":
      return refuse(null, "One signs up here with an invitation. Ask an owner of a workspace for one.");
  }
}

function refuse(field: "email" | "setupToken" | null, message: string): Admission {
  return { admit: false, field, message };
}

/**
 * Whether somebody who has an account may make a workspace: where sign-up is open, anybody; elsewhere who owns one
 * already, and while there is none at all the first owner, whose sign-up broke off half-way.
 */
export function mayMakeWorkspace(mode: SignupMode, there: { readonly any: boolean; readonly owned: boolean }): boolean {
  return mode === "open" || there.owned || !there.any;
}
