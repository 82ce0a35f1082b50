import { redirect } from "react-router";
import { cloudflareContext } from "../../server/contexts";
import { logOut } from "../../server/log-in";
import type { Route } from "./+types/logout";

/** Leaving is a POST: a link or an image elsewhere must not sign anybody out. Opened by hand, it leads home. */
export function loader() {
  return redirect("/");
}

export async function action({ request, context }: Route.ActionArgs) {
  return redirect("/", { headers: await logOut(request, context.get(cloudflareContext).env) });
}
