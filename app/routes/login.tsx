import { data, Form, redirect, useNavigation } from "react-router";
import { cloudflareContext } from "../../server/contexts";
import { homePath } from "../../server/home-path";
import { logIn } from "../../server/log-in";
import { readForm } from "../../server/read-form";
import { safeRedirect } from "../../server/safe-redirect";
import { readSession } from "../../server/session";
import { sentOrTold } from "../components/notify/sent-or-told";
import { Button, ButtonLink } from "../components/ui/button";
import { Field } from "../components/ui/field";
import { Notice } from "../components/ui/notice";
import { PublicFrame } from "../components/ui/public-frame";
import { useFormFocus } from "../components/ui/use-form-focus";
import type { Route } from "./+types/login";

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const redirectTo = safeRedirect(url.searchParams.get("redirectTo"), "/");
  const session = await readSession(request.headers, env);
  // `again`: to stay longer than this session, which ends within a minute.
  if (session && !url.searchParams.has("again"))
    throw redirect(redirectTo === "/" ? await homePath(request, env, session.user.id) : redirectTo);
  return { redirectTo };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request);
  const result = await logIn(request, context.get(cloudflareContext).env, form);
  if (result.ok) {
    const wanted = form.get("redirectTo");
    return redirect(safeRedirect(typeof wanted === "string" ? wanted : null), { headers: result.headers });
  }
  const email = form.get("email");
  return data({ problem: result.problem, email: typeof email === "string" ? email : "" }, { status: result.status });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

export default function LogIn({ loaderData, actionData }: Route.ComponentProps) {
  const busy = useNavigation().state === "submitting";
  const form = useFormFocus(actionData);
  return (
    <PublicFrame
      actions={
        <>
          <span className="phone:hidden">New here?</span>
          <ButtonLink to="/signup">Create an account</ButtonLink>
        </>
      }
    >
      <title>Sign in · Deltaboard</title>
      <Form ref={form} method="post" noValidate className="mx-auto mt-8 mb-16 grid w-full max-w-108 gap-4 px-4">
        <h1 className="text-20 font-medium text-strong">Sign in</h1>
        {actionData ? <Notice tone="failing" title={actionData.problem} /> : null}
        <input type="hidden" name="redirectTo" value={loaderData.redirectTo} />
        <Field
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          required
          defaultValue={actionData?.email}
        />
        <Field label="Password" name="password" type="password" autoComplete="current-password" required />
        <Button type="submit" variant="prime" size="big" off={busy}>
          {busy ? "Signing in…" : "Sign in"}
        </Button>
      </Form>
    </PublicFrame>
  );
}
