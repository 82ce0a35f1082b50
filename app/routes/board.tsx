import { dehydrate } from "@tanstack/react-query";
import { useMemo } from "react";
import { data, type ShouldRevalidateFunctionArgs } from "react-router";
import { can } from "../../core/access/access";
import type { BoardDocument } from "../../core/boards/document";
import { boardPatterns, type Viewing } from "../../core/boards/patterns";
import { openDatabase } from "../../db/database";
import { findBoard } from "../../db/queries/boards";
import { findSource } from "../../db/queries/sources";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { type FirstPaintRequest, firstPaint } from "../../server/first-paint";
import { followedPaint } from "../../server/followed-paint";
import { requireCan } from "../../server/guards";
import { liveObject } from "../../server/live-object";
import { refusal } from "../../server/refusal";
import { Board } from "../components/board/board";
import { useSavedBoard } from "../components/board/use-saved-board";
import { readerOf } from "../components/format/reader";
import { ReaderProvider } from "../components/format/reader-provider";
import { Frame } from "../components/frame/frame";
import { PeopleHere } from "../components/people/people-here";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { usePresence } from "../live/use-presence";
import { useSubscription } from "../live/use-subscription";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/board";

/** How far back charts and sparks look, in milliseconds. */
const RANGE = 15 * 60_000;

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, session, principal } = context.get(workspaceContext);
  requireCan({ principal }, "board.read");
  const board = await findBoard(openDatabase(env.DB), workspace.id, params.board);
  if (!board) throw refusal("not_found");
  const viewing = { boardId: board.id, userId: session.user.id };
  const { paint, patterns } = await boardPaint({ env, workspaceId: workspace.id, principal }, board.document, viewing);
  const queryClient = makeQueryClient();
  seed(queryClient, workspace.id, paint, patterns);
  return {
    workspace,
    user: { name: session.user.name },
    viewing,
    saved: { version: board.version, savedBy: "", document: board.document },
    patterns,
    cursor: paint.cursor,
    live: dehydrate(queryClient),
    reader: readerOf(request.headers),
    mayRetry: can(principal, "source.write"),
    mayWrite: can(principal, "key.write"),
  };
}

type PaintOf = Pick<FirstPaintRequest, "env" | "workspaceId"> & Pick<WorkspaceAccess, "principal">;

/** What the board shows, and what its reader follows where a panel shows that. */
async function boardPaint(of: PaintOf, document: BoardDocument, viewing: Viewing) {
  const patterns = boardPatterns(document, viewing);
  if (document.panels.some(({ type }) => type === "followed")) return followedPaint({ ...of, patterns, range: RANGE });
  return { patterns, paint: await firstPaint({ ...of, patterns, range: RANGE }) };
}

/** Retry in a failing panel: asks its source now, whatever the schedule says. */
export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, principal } = context.get(workspaceContext);
  requireCan({ principal }, "source.write");
  const form = await request.formData();
  const slug = form.get("slug");
  if (form.get("intent") !== "refresh" || typeof slug !== "string") throw refusal("bad_input");
  if (!(await findSource(openDatabase(env.DB), workspace.id, slug))) throw refusal("not_found");
  await liveObject(env, workspace.id).refreshNow(slug);
  return data({ asked: slug }, { status: 202 });
}

/** The socket keeps an open board true: the loader is for coming here, not for being here. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams.workspace !== nextParams.workspace || currentParams.board !== nextParams.board;
}

export default function BoardPage({ loaderData, params }: Route.ComponentProps) {
  const { workspace, user, viewing, saved, patterns, cursor, live, reader, mayRetry, mayWrite } = loaderData;
  const { document } = useSavedBoard(viewing.boardId, `/w/${workspace.slug}/b/${params.board}`, saved);
  useSubscription(patterns, cursor, RANGE);
  const added = useMemo(
    () => boardPatterns(document, viewing).filter((pattern) => !patterns.includes(pattern)),
    [document, viewing, patterns],
  );
  useSubscription(added, null, RANGE);
  usePresence(viewing.boardId);
  return (
    <LiveHydration state={live}>
      <title>{`${document.title} · Deltaboard`}</title>
      <ReaderProvider reader={reader}>
        <Frame
          workspace={workspace}
          user={user}
          here={document.title}
          actions={<PeopleHere boardId={viewing.boardId} document={document} />}
        >
          <h1 className="sr-only">{document.title}</h1>
          <Board
            key={viewing.boardId}
            {...viewing}
            document={document}
            patterns={patterns}
            range={RANGE}
            mayRetry={mayRetry}
            mayWrite={mayWrite}
          />
        </Frame>
      </ReaderProvider>
    </LiveHydration>
  );
}
