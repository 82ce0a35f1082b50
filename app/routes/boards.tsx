import { dehydrate } from "@tanstack/react-query";
import { LayoutTemplate } from "lucide-react";
import { can } from "../../core/access/access";
import { openDatabase } from "../../db/database";
import { listBoards } from "../../db/queries/boards";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { readerOf } from "../components/format/reader";
import { BoardCard } from "../components/home/board-card";
import { BoardsEmpty } from "../components/home/boards-empty";
import { thumbnailOf, thumbnailPatterns } from "../components/home/thumbnail";
import { WorkspacePage } from "../components/home/workspace-page";
import { ButtonLink } from "../components/ui/button";
import { PageTitle } from "../components/ui/page-title";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/boards";

/** How far back a thumbnail's spark shows, in milliseconds. */
const RANGE = 600_000;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const { workspace, session, principal } = access;
  const found = await listBoards(openDatabase(env.DB), workspace.id);
  const boards = found.map(({ slug, document }) => ({
    slug,
    title: document.title,
    panels: document.panels.length,
    thumbnail: thumbnailOf(document),
  }));
  const patterns = thumbnailPatterns(boards.map(({ thumbnail }) => thumbnail));
  const paint = await firstPaint({ env, workspaceId: workspace.id, principal, patterns, range: RANGE });
  const client = makeQueryClient();
  seed(client, workspace.id, paint, patterns);
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    boards,
    mayWrite: can(principal, "source.write"),
    patterns,
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

export default function Boards({ loaderData }: Route.ComponentProps) {
  const { page, boards, mayWrite, patterns, cursor, live } = loaderData;
  const more = mayWrite ? (
    <ButtonLink to="templates" icon={<LayoutTemplate aria-hidden />}>
      Templates
    </ButtonLink>
  ) : null;
  useSubscription(patterns, cursor, RANGE);
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="Boards" title="Boards">
        {boards.length === 0 ? (
          <BoardsEmpty mayWrite={mayWrite} />
        ) : (
          <>
            <PageTitle note={boards.length} actions={more}>
              Boards
            </PageTitle>
            <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(320px,100%),1fr))] gap-2">
              {boards.map((board) => (
                <BoardCard key={board.slug} board={board} range={RANGE} />
              ))}
            </ul>
          </>
        )}
      </WorkspacePage>
    </LiveHydration>
  );
}
