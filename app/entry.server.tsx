import { renderToReadableStream } from "react-dom/server";
import type { EntryContext, HandleErrorFunction, RouterContextProvider } from "react-router";
import { ServerRouter } from "react-router";
import { BUILD_HEADER } from "../core/protocol/build-header";
import { cloudflareContext } from "../server/contexts";
import { readEnv } from "../server/env";
import { log } from "../server/log";
import { contentSecurityPolicy, makeNonce } from "../server/security-headers";
import { BuildContext } from "./build-context";
import { NonceContext } from "./nonce-context";

export const streamTimeout = 5_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const nonce = makeNonce();
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set(
    "Content-Security-Policy",
    contentSecurityPolicy(nonce, readEnv(loadContext.get(cloudflareContext).env).baseUrl),
  );
  // A page holds one person's values and its nonce must serve once: no cache may keep it.
  headers.set("Cache-Control", "private, no-store");
  headers.set(BUILD_HEADER, routerContext.manifest.version);
  if (request.method === "HEAD") return new Response(null, { status, headers });
  const page = await render(request, routerContext, nonce);
  return new Response(page.body, { status: page.failed() ? 500 : status, headers });
}

async function render(request: Request, routerContext: EntryContext, nonce: string) {
  let failed = false;
  const body = await renderToReadableStream(
    <NonceContext value={nonce}>
      <BuildContext value={routerContext.manifest.version}>
        <ServerRouter context={routerContext} url={request.url} nonce={nonce} />
      </BuildContext>
    </NonceContext>,
    {
      nonce,
      // React would hold back what is long and have a script put it in place: the page is whole without scripts.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      signal: AbortSignal.timeout(streamTimeout + 1_000),
      onError(error: unknown) {
        failed = true;
        if (!request.signal.aborted) log.error("render_failed", { error });
      },
    },
  );
  // Panels whose code is loaded apart are in the page, too, not put there by a script.
  await body.allReady;
  return { body, failed: () => failed };
}

/** What a loader or action threw and no page expected. The person gets our words; the stack stays here. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted) return;
  log.error("request_failed", { method: request.method, path: new URL(request.url).pathname, error });
};
