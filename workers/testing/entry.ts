import { handleLive } from "../live";
import { scheduled } from "../scheduled";

export { DataDashboard } from "../do/data-dashboard";

/** The Worker without its pages: the virtual server build exists only inside a Vite build. */
export default { fetch: (request, env) => handleLive(request, env), scheduled } satisfies ExportedHandler<Env>;
