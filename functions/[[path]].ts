import { createPagesFunctionHandler } from "@react-router/cloudflare";
import { RouterContextProvider } from "react-router";
import { cloudflareContext } from "../server/contexts";
import { healthy } from "../server/healthy";
import { isOwnHop, loopDetected } from "../server/is-own-hop";
import { serverBuild } from "../server/server-build";
import { handleApi } from "../workers/api/handle-api";
import { handleLive } from "../workers/live";

const handlePage = createPagesFunctionHandler<Env>({
  build: serverBuild,
  getLoadContext: ({ context: { cloudflare } }) => {
    const context = new RouterContextProvider();
    context.set(cloudflareContext, { env: cloudflare.env, ctx: cloudflare.ctx });
    return context;
  },
});

/** The Worker's way for a Pages project: the same paths, with the object bound from the Worker that has it. */
export const onRequest: PagesFunction<Env> = (context) => {
  if (isOwnHop(context.request, context.env)) return loopDetected();
  const { pathname } = new URL(context.request.url);
  if (pathname === "/healthz") return healthy();
  if (pathname.startsWith("/live/")) return handleLive(context.request, context.env);
  if (pathname.startsWith("/api/v1/")) return handleApi(context.request, context.env);
  return handlePage(context);
};
