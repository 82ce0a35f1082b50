import { BUILD_HEADER } from "../core/protocol/build-header";
import { serverBuild } from "./server-build";

/** The answer of `GET /healthz`: it serves, and of which build it is. Costs nothing: pages ask it when they are back. */
export async function healthy(): Promise<Response> {
  const { assets } = await serverBuild();
  return new Response("ok\n", { headers: { [BUILD_HEADER]: assets.version, "Cache-Control": "no-store" } });
}
