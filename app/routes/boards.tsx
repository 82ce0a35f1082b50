import { dehydrate } from "@tanstack/react-query";
import { FileUp, LayoutTemplate } from "lucide-react";
import { redirect } from "react-router";
import { can } from "../../core/access/access";
import { openDatabase } from "../../db/database";
import { findBoard, listBoards } from "../../db/queries/boards";
import { addBoard, giveBackBoard, takeBoard } from "../../server/board-steps";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { refusal } from "../../server/refusal";
import { readerOf } from "../components/format/reader";
import { BoardCard } from "../components/home/board-card";
import { BoardsEmpty } from "../components/home/boards-empty";
import { BoardsNews } from "../components/home/boards-news";
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
    mayWrite: can(principal, "board.write"),
    patterns,
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const { id, slug: workspace } = access.workspace;
  const form = await request.formData();
  const slug = form.get("slug");
  if (typeof slug !== "string") throw refusal("bad_input");
  const intent = form.get("intent");
  switch (typeof intent === "string" ? intent : "") {
    case "duplicate":
      return redirect(`/w/${workspace}/b/${await copyOf(env, id, slug)}`);
    case "remove":
      if (!(await takeBoard(env, id, slug))) throw refusal("not_found");
      return redirect(`/w/${workspace}?removed=${encodeURIComponent(slug)}`);
    case "put-back":
      if (!(await giveBackBoard(env, id, slug))) throw refusal("not_found");
      return redirect(`/w/${workspace}`);
    default:
      throw refusal("bad_input");
  }
}

async function copyOf(env: Env, workspaceId: string, slug: string): Promise<string> {
  const board = await findBoard(openDatabase(env.DB), workspaceId, slug);
  if (!board) throw refusal("not_found");
  const title = `${board.document.title.slice(0, 110)} (copy)`;
  return addBoard(env, workspaceId, { ...board.document, title });
}

export default function Boards({ loaderData }: Route.ComponentProps) {
  const { page, boards, mayWrite, patterns, cursor, live } = loaderData;
  const more = mayWrite ? (
    <>
      <ButtonLink to="import" icon={<FileUp aria-hidden />}>
        Import
      </ButtonLink>
      <ButtonLink to="templates" icon={<LayoutTemplate aria-hidden />}>
        Templates
      </ButtonLink>
    </>
  ) : null;
  useSubscription(patterns, cursor, RANGE);
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="Boards" title="Boards">
        {mayWrite ? <BoardsNews slugs={boards.map(({ slug }) => slug)} /> : null}
        {boards.length === 0 ? (
          <BoardsEmpty mayWrite={mayWrite} />
        ) : (
          <>
            <PageTitle note={boards.length} actions={more}>
              Boards
            </PageTitle>
            <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(320px,100%),1fr))] gap-2">
              {boards.map((board) => (
                <BoardCard key={board.slug} board={board} range={RANGE} mayWrite={mayWrite} />
              ))}
            </ul>
          </>
        )}
      </WorkspacePage>
    </LiveHydration>
  );
}
