import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { redirect } from "react-router";
import { PUBLIC_PROCESSOR, PUBLIC_READERS, PUBLIC_SOURCE, PUBLIC_WORKSPACE } from "../../core/public-workspace";
import { cloudflareContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { firstPaint } from "../../server/first-paint";
import { homePath } from "../../server/home-path";
import { readSession } from "../../server/session";
import { readerOf } from "../components/format/reader";
import { ReaderProvider } from "../components/format/reader-provider";
import { LiveSample } from "../components/home/live-sample";
import { SignedOut } from "../components/home/signed-out";
import { LiveProvider } from "../live/provider";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/home";

/** How far back the page's number goes, in milliseconds. */
const RANGE = 600_000;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const session = await readSession(request.headers, env);
  if (session) throw redirect(await homePath(request, env, session.user.id));
  const { signup, machineUrl } = readEnv(env);
  const sample =
    machineUrl === undefined
      ? { keyName: PUBLIC_READERS, title: "Open copies of this page" }
      : { keyName: PUBLIC_PROCESSOR, title: "Processor of this server" };
  const patterns = [sample.keyName, `$sources.${PUBLIC_SOURCE}`];
  const principal = { kind: "visitor", address: "" } as const;
  const paint = await firstPaint({ env, workspaceId: PUBLIC_WORKSPACE, principal, patterns, range: RANGE });
  const client = makeQueryClient();
  seed(client, PUBLIC_WORKSPACE, paint, patterns);
  const reader = readerOf(request.headers);
  return { signup, sample, patterns, cursor: paint.cursor, live: dehydrate(client), reader };
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { signup, sample, patterns, cursor, live, reader } = loaderData;
  return (
    <HydrationBoundary state={live}>
      <LiveProvider workspaceId={PUBLIC_WORKSPACE} slug={PUBLIC_WORKSPACE}>
        <ReaderProvider reader={reader}>
          <title>Deltaboard</title>
          <meta
            name="description"
            content="A live dashboard you run yourself. Every change shows on every open screen, and every number says how old it is."
          />
          <Subscribed patterns={patterns} cursor={cursor} />
          <SignedOut signup={signup} sample={<LiveSample {...sample} range={RANGE} />} />
        </ReaderProvider>
      </LiveProvider>
    </HydrationBoundary>
  );
}

/** Inside of the provider that this page itself brings. */
function Subscribed({ patterns, cursor }: { patterns: string[]; cursor: string }) {
  useSubscription(patterns, cursor, RANGE);
  return null;
}
