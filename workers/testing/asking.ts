import { env } from "cloudflare:workers";
import { RouterContextProvider } from "react-router";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireWorkspace } from "../../server/guards";
import type { Person } from "./person";

/** A request as React Router hands it on, through the guard of the workspace's layout. */
export async function asking(
  { browser }: Pick<Person, "browser">,
  workspace: string,
  path: string,
  fields?: Record<string, string>,
) {
  const url = new URL(`/w/${workspace}${path}`, "http://localhost:8787");
  const request = new Request(url, {
    method: fields ? "POST" : "GET",
    headers: browser.headers,
    ...(fields && { body: new URLSearchParams(fields) }),
  });
  const context = new RouterContextProvider();
  context.set(cloudflareContext, { env, ctx: { waitUntil: () => {} } });
  context.set(workspaceContext, await requireWorkspace({ request, url, context }, workspace));
  return { request, url, context };
}
