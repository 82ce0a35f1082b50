import { BUILD_HEADER } from "../../core/protocol/build-header";

/** Whether the server is of another build than the page; false where it did not answer or did not say. */
export async function isNewBuild(own: string | undefined, request: typeof fetch): Promise<boolean> {
  const served = await servedBuild(request);
  return own !== undefined && served !== null && served !== "" && served !== own;
}

/** Which build serves; null while no server answers. */
export async function servedBuild(request: typeof fetch): Promise<string | null> {
  try {
    const response = await request("/healthz", { cache: "no-store", credentials: "omit" });
    return response.ok ? (response.headers.get(BUILD_HEADER) ?? "") : null;
  } catch {
    // fetch rejects when there is no network or no server.
    return null;
  }
}
