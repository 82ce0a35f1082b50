import { createRequestHandler, RouterContextProvider, type ServerBuild } from "react-router";
import { cloudflareContext } from "../server/contexts";
import { handleLive } from "./live";
import { scheduled } from "./scheduled";

export { DataDashboard } from "./do/data-dashboard";

// The generated module's type writes absent members as `undefined`, which exactOptionalPropertyTypes tells apart.
const serverBuild = () => import("virtual:react-router/server-build") as Promise<unknown> as Promise<ServerBuild>;
const handlePage = createRequestHandler(serverBuild, import.meta.env.MODE);

export default {
  async fetch(request, env, ctx) {
    const { pathname } = new URL(request.url);
    if (pathname === "/healthz") return new Response("ok\n");
    if (pathname.startsWith("/live/")) return handleLive(request, env);
    const context = new RouterContextProvider();
    context.set(cloudflareContext, { env, ctx });
    return handlePage(request, context);
  },
  scheduled,
} satisfies ExportedHandler<Env>;
