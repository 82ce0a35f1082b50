import { data, redirect } from "react-router";
import { cloudflareContext } from "../../server/contexts";
import { joinOrMake } from "../../server/enter-workspace";
import { readForm } from "../../server/read-form";
import { readSession } from "../../server/session";
import { signUp } from "../../server/sign-up";
import { signUpPage } from "../../server/sign-up-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { AccountForm } from "../components/signup/account-form";
import { NoWay } from "../components/signup/no-way";
import { WorkspaceForm } from "../components/signup/workspace-form";
import { ButtonLink } from "../components/ui/button";
import { PublicFrame } from "../components/ui/public-frame";
import type { Route } from "./+types/signup";

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const invite = url.searchParams.get("invite");
  const page = await signUpPage(request, context.get(cloudflareContext).env, { invite, now: new Date() });
  if (page.is === "elsewhere") throw redirect(page.path);
  return page;
}

export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const form = await readForm(request);
  const session = await readSession(request.headers, env);
  const now = new Date();
  const result = session
    ? await joinOrMake(request, env, { form, session, now })
    : await signUp(request, env, form, now);
  if (result.ok) return redirect(result.path, { headers: result.headers });
  const { errors, problem, status } = result;
  return data({ errors, problem, typed: typedIn(form) }, { status });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

/** What goes back into the fields. Never the password: it would lie in the page and in the browser's history. */
function typedIn(form: FormData): Record<"name" | "email" | "workspace", string> {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  return { name: text("name"), email: text("email"), workspace: text("workspace") };
}

export default function SignUp({ loaderData: page, actionData }: Route.ComponentProps) {
  const signedIn = page.is === "join" || page.is === "make" || page.is === "stuck";
  return (
    <PublicFrame
      actions={
        signedIn ? null : (
          <>
            <span className="phone:hidden">Already here?</span>
            <ButtonLink to={page.logIn}>Sign in</ButtonLink>
          </>
        )
      }
    >
      <title>Create an account · Deltaboard</title>
      <div className="mx-auto mt-8 mb-16 grid w-full max-w-108 gap-4 px-4">
        {page.is === "account" ? <AccountForm page={page} answer={actionData} /> : null}
        {page.is === "join" || page.is === "make" ? <WorkspaceForm page={page} answer={actionData} /> : null}
        {page.is === "stuck" || page.is === "shut" ? <NoWay page={page} /> : null}
      </div>
    </PublicFrame>
  );
}
