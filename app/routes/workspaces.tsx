import { data, redirect } from "react-router";
import { cloudflareContext } from "../../server/contexts";
import { requireSession } from "../../server/guards";
import { makeFurther, noFurtherWords, ownWorkspaces } from "../../server/own-workspaces";
import { readForm } from "../../server/read-form";
import { sentOrTold } from "../components/notify/sent-or-told";
import { FurtherWorkspace } from "../components/signup/further-workspace";
import { OwnWorkspaces } from "../components/signup/own-workspaces";
import { PublicFrame } from "../components/ui/public-frame";
import type { Route } from "./+types/workspaces";

export async function loader({ request, url, context }: Route.LoaderArgs) {
  const { user } = await requireSession({ request, url, context });
  const { memberships, noFurther } = await ownWorkspaces(context.get(cloudflareContext).env, user.id);
  const workspaces = memberships.map(({ workspace: { slug, name }, role }) => ({ slug, name, role }));
  return { email: user.email, workspaces, noFurther: noFurther && noFurtherWords[noFurther] };
}

export async function action({ request, url, context }: Route.ActionArgs) {
  const { user } = await requireSession({ request, url, context });
  const form = await readForm(request);
  const { env } = context.get(cloudflareContext);
  const result = await makeFurther(env, { form, userId: user.id, now: new Date() });
  if (result.ok) return redirect(result.path);
  const { errors, problem, status } = result;
  const typed = form.get("workspace");
  return data(
    { errors, problem, typed: { name: "", email: "", workspace: typeof typed === "string" ? typed : "" } },
    { status },
  );
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

/** The workspaces of the one who is signed in, and the way to make another. */
export default function Workspaces({ loaderData, actionData }: Route.ComponentProps) {
  const { email, workspaces, noFurther } = loaderData;
  return (
    <PublicFrame>
      <title>Workspaces · Deltaboard</title>
      <div className="mx-auto mt-8 mb-16 grid w-full max-w-108 gap-4 px-4">
        <div className="grid gap-0.5">
          <h1 className="text-20 font-medium text-strong">Workspaces</h1>
          <p className="text-muted">Signed in as {email}.</p>
        </div>
        <OwnWorkspaces workspaces={workspaces} />
        {noFurther === null ? <FurtherWorkspace answer={actionData} /> : <p className="text-muted">{noFurther}</p>}
      </div>
    </PublicFrame>
  );
}
