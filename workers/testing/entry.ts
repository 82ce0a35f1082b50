import { handleApi } from "../api/handle-api";
import { handleLive } from "../live";
import { scheduled } from "../scheduled";

export { DataDashboard } from "../do/data-dashboard";

/** The Worker without its pages: the virtual server build exists only inside a Vite build. */
export default {
  fetch: (request, env) =>
    new URL(request.url).pathname.startsWith("/api/") ? handleApi(request, env) : handleLive(request, env),
  scheduled,
} satisfies ExportedHandler<Env>;
