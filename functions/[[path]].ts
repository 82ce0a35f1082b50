import { createPagesFunctionHandler } from "@react-router/cloudflare";
import { RouterContextProvider } from "react-router";
import { cloudflareContext } from "../server/contexts";
import { handleLive } from "../workers/live";

/** The generated module writes absent members as `undefined`, which exactOptionalPropertyTypes tells apart: here are their defaults. */
async function serverBuild() {
  const generated = await import("virtual:react-router/server-build");
  const {
    basename = "/",
    allowedActionOrigins = [],
    unstable_getCriticalCss: _onlyInDevelopment,
    ...build
  } = generated;
  return { ...build, basename, allowedActionOrigins };
}

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
  const { pathname } = new URL(context.request.url);
  if (pathname === "/healthz") return new Response("ok\n");
  if (pathname.startsWith("/live/")) return handleLive(context.request, context.env);
  return handlePage(context);
};
