import type { ReactNode } from "react";
import { Link } from "react-router";
import { ButtonLink } from "../ui/button";
import { PublicFrame } from "../ui/public-frame";
import { StateWords } from "./state-words";

/** Who may make an account here: the server's SIGNUP setting. */
export type Signup = "open" | "invite" | "closed";

/** What this is, on one screen; at the right a number that lives. */
export function SignedOut({ signup, sample }: { signup: Signup; sample: ReactNode }) {
  return (
    <PublicFrame actions={<ButtonLink to="/login">Sign in</ButtonLink>}>
      <div className="grid flex-1 content-center items-center justify-center gap-x-24 gap-y-12 px-12 pt-6 pb-16 min-[1100px]:grid-cols-[minmax(0,520px)_minmax(0,642px)] phone:grid-cols-[minmax(0,1fr)] phone:content-start phone:px-4">
        <div className="max-w-[520px]">
          <h1 className="mb-3 text-32 leading-10 font-medium text-strong">Every number says how old it is.</h1>
          <p className="mb-6 max-w-[480px] text-16 text-muted">
            A live dashboard you run yourself. Connect a source, choose its keys, arrange them on a board. When a value
            changes, every open screen shows it, and says at once when it stops.
          </p>
          <WayIn signup={signup} />
          <StateWords />
        </div>
        {sample}
      </div>
    </PublicFrame>
  );
}

function WayIn({ signup }: { signup: Signup }) {
  const open = signup === "open";
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {open ? (
          <ButtonLink to="/signup" variant="prime" size="big">
            Create an account
          </ButtonLink>
        ) : null}
        <ButtonLink to="/login" variant={open ? "default" : "prime"} size="big">
          Sign in
        </ButtonLink>
      </div>
      {open ? null : <p className="mt-4 max-w-[480px] text-muted">{signup === "invite" ? <ByInvitation /> : CLOSED}</p>}
    </>
  );
}

const CLOSED = "This server takes no new accounts.";

function ByInvitation() {
  return (
    <>
      Accounts here are by invitation: open the link in yours. Whoever installed this server{" "}
      <Link to="/signup" className="text-accent underline underline-offset-2">
        makes the first account
      </Link>{" "}
      with the set-up token.
    </>
  );
}
