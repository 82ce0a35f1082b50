import { dehydrate } from "@tanstack/react-query";
import { useState } from "react";
import { data, type ShouldRevalidateFunctionArgs, useSearchParams } from "react-router";
import { can } from "../../core/access/access";
import type { BoardDocument } from "../../core/boards/document";
import { boardPatterns, type Viewing } from "../../core/boards/patterns";
import { parseRange } from "../../core/range/range-text";
import { liveRange, spanOf } from "../../core/range/time-range";
import { openDatabase } from "../../db/database";
import { findBoard } from "../../db/queries/boards";
import { findSource } from "../../db/queries/sources";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { type FirstPaintRequest, firstPaint } from "../../server/first-paint";
import { followedFirst } from "../../server/followed-first";
import { requireCan } from "../../server/guards";
import { liveObject } from "../../server/live-object";
import { pastOfBoard } from "../../server/past-of-board";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { shownBy } from "../../server/shown-by";
import { Board } from "../components/board/board";
import { BoardFrame } from "../components/board/board-frame";
import { useBoardKeys } from "../components/board/use-board-keys";
import { useEditing } from "../components/board/use-editing";
import { useSavedBoard } from "../components/board/use-saved-board";
import { readerOf } from "../components/format/reader";
import { ReaderProvider } from "../components/format/reader-provider";
import { toolsCode } from "../components/frame/tools-code";
import { later } from "../components/loadable/later";
import { sentOrTold } from "../components/notify/sent-or-told";
import { foldsOf } from "../components/panels/section/folds";
import { FoldsContext } from "../components/panels/section/folds-context";
import { followedQuery } from "../components/people/use-followed-first";
import { useBoardRange } from "../components/range/range-context";
import { ShownRange } from "../components/range/shown-range";
import { USUAL_MOST } from "../components/range/use-most";
import { useUrlRange } from "../components/range/use-url-range";
import { useShownBoard } from "../components/variables/use-shown-board";
import { Variables } from "../components/variables/variables";
import { onWall } from "../components/wall/on-wall";
import { wallOptions } from "../components/wall/wall-options";
import { isRecent, RECENT } from "../live/history/asked-range";
import { seedHistory } from "../live/history/seed-history";
import { LiveHydration } from "../live/live-hydration";
import { seed } from "../live/seed";
import { makeQueryClient } from "../query-client";
import type { Route } from "./+types/board";

const BoardActions = later(toolsCode, (tools) => tools.BoardActions);
const DraftNotice = later(toolsCode, (tools) => tools.DraftNotice);
const EmptyBoard = later(toolsCode, (tools) => tools.EmptyBoard);
const PeopleHere = later(toolsCode, (tools) => tools.PeopleHere);
const RangeBar = later(toolsCode, (tools) => tools.RangeBar);

export async function loader({ request, url, params, context }: Route.LoaderArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, session, principal } = context.get(workspaceContext);
  requireCan({ principal }, "board.read");
  const board = await findBoard(openDatabase(env.DB), workspace.id, params.board);
  if (!board) throw refusal("not_found");
  const viewing = { boardId: board.id, userId: session.user.id };
  const of = { env, workspaceId: workspace.id, principal };
  const { document, subscribed, keys } = await shownBy(of, board.document, url.searchParams);
  const { paint, patterns, painted, followed } = await boardPaint(of, subscribed, viewing);
  const queryClient = makeQueryClient();
  seed(queryClient, workspace.id, paint, painted);
  if (followed) queryClient.setQueryData(followedQuery(workspace.slug), followed);
  const { now } = paint;
  const range = rangeOf(url, document, now);
  if (!isRecent(range)) {
    const points = await pastOfBoard({ ...of, document, viewing, paint, range, most: USUAL_MOST, now });
    seedHistory(queryClient, { workspaceId: workspace.id, range, most: USUAL_MOST, points });
  }
  return {
    workspace,
    user: { name: session.user.name },
    viewing,
    saved: { version: board.version, savedBy: "", document: board.document },
    keys,
    patterns,
    cursor: paint.cursor,
    now,
    knownFrom: Math.min(now, ...paint.values.flatMap(({ points }) => points?.[0]?.[0] ?? [])),
    live: dehydrate(queryClient),
    reader: readerOf(request.headers),
    folds: foldsOf(request.headers.get("cookie") ?? "", board.id),
    mayRetry: can(principal, "source.write"),
    mayWrite: can(principal, "key.write"),
    mayEdit: can(principal, "board.write"),
  };
}

function rangeOf({ searchParams }: URL, { span = RECENT }: BoardDocument, now: number) {
  return parseRange(searchParams.get("from"), searchParams.get("to"), now) ?? liveRange(span);
}

type PaintOf = Pick<FirstPaintRequest, "env" | "workspaceId"> & Pick<WorkspaceAccess, "principal">;

/** What the board shows, and what its reader follows where a panel shows that. */
async function boardPaint(of: PaintOf, document: BoardDocument, viewing: Viewing) {
  const patterns = boardPatterns(document, viewing);
  const followed = document.panels.some(({ type }) => type === "followed") ? await followedFirst(of) : null;
  const painted = [...patterns, ...(followed?.keys.map(({ key }) => key) ?? [])];
  return { patterns, painted, followed, paint: await firstPaint({ ...of, patterns: painted, range: RECENT }) };
}

/** Retry in a failing panel: asks its source now, whatever the schedule says. */
export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const { workspace, principal } = context.get(workspaceContext);
  requireCan({ principal }, "source.write");
  const slug = (await readForm(request)).get("slug");
  if (typeof slug !== "string") throw refusal("bad_input");
  if (!(await findSource(openDatabase(env.DB), workspace.id, slug))) throw refusal("not_found");
  await liveObject(env, workspace.id).refreshNow(slug);
  return data({ asked: slug }, { status: 202 });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

/** The socket keeps an open board true: the loader is for coming here, not for being here. */
export function shouldRevalidate({ currentParams, nextParams }: ShouldRevalidateFunctionArgs) {
  return currentParams.workspace !== nextParams.workspace || currentParams.board !== nextParams.board;
}

export default function BoardPage({ loaderData, params }: Route.ComponentProps) {
  const { workspace, user, viewing, saved, keys, patterns, cursor, now, live, reader, mayRetry, mayWrite, mayEdit } =
    loaderData;
  const address = `/w/${workspace.slug}/b/${params.board}`;
  const [last, onSaved] = useSavedBoard(viewing.boardId, address, saved);
  const edited = useEditing({ ...viewing, slug: workspace.slug, saved: last, address, mayEdit, onSaved });
  const { editing, toolbar } = edited;
  const { document, ...choices } = useShownBoard(edited.document, editing !== null, keys);
  useBoardKeys(choices.subscribed, viewing, { patterns, cursor });
  const range = useUrlRange(document.span, now, loaderData.knownFrom);
  const wall = wallOptions(useSearchParams()[0]);
  const isEmpty = document.panels.length === 0 && !editing && !wall;
  return (
    <LiveHydration state={live}>
      <title>{`${document.title} · Deltaboard`}</title>
      <ReaderProvider reader={reader}>
        <ShownRange value={range}>
          <BoardFrame
            isWall={wall !== null}
            workspace={workspace}
            user={user}
            title={document.title}
            tools={<RangePlace isSetAside={editing !== null} />}
            actions={
              <>
                {toolbar ?? <BoardActions {...{ document, viewing, mayWrite, mayEdit }} />}
                <PeopleHere boardId={viewing.boardId} document={document} />
              </>
            }
          >
            {wall ? null : <h1 className="sr-only">{document.title}</h1>}
            {wall ? null : <Variables document={edited.document} {...choices} />}
            <FoldsContext value={loaderData.folds}>
              <Board
                key={viewing.boardId}
                {...viewing}
                document={document}
                patterns={patterns}
                range={spanOf(range.range)}
                mayRetry={mayRetry && !wall}
                mayWrite={mayWrite && !wall}
                editing={editing}
                arrange={onWall(wall, document.title)}
              />
            </FoldsContext>
            {isEmpty ? <EmptyBoard slug={workspace.slug} mayEdit={mayEdit} /> : null}
            {mayEdit && !editing && !wall ? <DraftNotice {...viewing} /> : null}
          </BoardFrame>
        </ShownRange>
      </ReaderProvider>
    </LiveHydration>
  );
}

/** Until the bar's code is here, it says which range the server drew: where that is another by now, it is not seen. */
function RangePlace({ isSetAside }: { isSetAside: boolean }) {
  const { range } = useBoardRange();
  const [painted] = useState(range);
  return (
    <div className={`${isSetAside ? "hidden phone:contents" : "contents"} ${range === painted ? "" : "invisible"}`}>
      <RangeBar />
    </div>
  );
}
