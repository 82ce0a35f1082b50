import { createRequestHandler, RouterContextProvider } from "react-router";
import { cloudflareContext } from "../server/contexts";
import { healthy } from "../server/healthy";
import { isOwnHop, loopDetected } from "../server/is-own-hop";
import { serverBuild } from "../server/server-build";
import { handleApi } from "./api/handle-api";
import { drain } from "./drain";
import { handleLive } from "./live";
import { scheduled } from "./scheduled";

export { DataDashboard } from "./do/data-dashboard";

const handlePage = createRequestHandler(serverBuild, import.meta.env.MODE);

export default {
  async fetch(request, env, ctx) {
    const response = await answer(request, env, ctx);
    await drain(request);
    return response;
  },
  scheduled,
} satisfies ExportedHandler<Env>;

async function answer(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
  if (isOwnHop(request, env)) return loopDetected();
  const { pathname } = new URL(request.url);
  if (pathname === "/healthz") return healthy();
  if (pathname.startsWith("/live/")) return handleLive(request, env);
  if (pathname.startsWith("/api/v1/")) return handleApi(request, env);
  const context = new RouterContextProvider();
  context.set(cloudflareContext, { env, ctx });
  return handlePage(request, context);
}
