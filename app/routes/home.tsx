import { redirect } from "react-router";
import { cloudflareContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { homePath } from "../../server/home-path";
import { readSession } from "../../server/session";
import { SignedOut } from "../components/home/signed-out";
import type { Route } from "./+types/home";

export async function loader({ request, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const session = await readSession(request.headers, env);
  if (session) throw redirect(await homePath(request, env, session.user.id));
  return { signup: readEnv(env).signup };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  return (
    <>
      <title>Deltaboard</title>
      <meta
        name="description"
        content="A live dashboard you run yourself. Every change shows on every open screen, and every number says how old it is."
      />
      <SignedOut signup={loaderData.signup} />
    </>
  );
}
