import { dehydrate } from "@tanstack/react-query";
import { FileUp, LayoutTemplate, Plus } from "lucide";
import { Form, redirect, useSearchParams } from "react-router";
import * as v from "valibot";
import { can } from "../../core/access/access";
import type { BoardDocument } from "../../core/boards/document";
import { openDatabase } from "../../db/database";
import { type Board, listBoardsInOrder } from "../../db/queries/boards";
import { copyBoard, emptyBoard, moveBoard, putInFolder } from "../../server/board-list";
import { giveBackBoard, takeBoard } from "../../server/board-steps";
import { cloudflareContext, type WorkspaceAccess, workspaceContext } from "../../server/contexts";
import { readEnv } from "../../server/env";
import { firstPaint } from "../../server/first-paint";
import { requireCan } from "../../server/guards";
import { readForm } from "../../server/read-form";
import { refusal } from "../../server/refusal";
import { asTheyOpen } from "../../server/shown-by";
import { listed } from "../../server/templates/listed";
import { templates } from "../../server/templates/templates";
import { readerOf } from "../components/format/reader";
import { BoardsEmpty } from "../components/home/boards-empty";
import { BoardsList } from "../components/home/boards-list";
import { BoardsNews } from "../components/home/boards-news";
import type { ListedBoard } from "../components/home/listed-board";
import { thumbnailOf, thumbnailPatterns } from "../components/home/thumbnail";
import { WorkspacePage } from "../components/home/workspace-page";
import { sentOrTold } from "../components/notify/sent-or-told";
import { Button, ButtonLink } from "../components/ui/button";
import { Icon } from "../components/ui/icon";
import { ListSearch } from "../components/ui/list-search";
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
  const stored = await listBoardsInOrder(openDatabase(env.DB), workspace.id);
  const boards = (await asTheyOpen({ env, workspaceId: workspace.id, principal }, stored)).map(shown);
  const thumbnails = thumbnailPatterns(boards.map(({ thumbnail }) => thumbnail));
  const patterns = [...thumbnails, `$followed.${session.user.id}`];
  const paint = await firstPaint({ env, workspaceId: workspace.id, principal, patterns, range: RANGE });
  const client = makeQueryClient();
  seed(client, workspace.id, paint, patterns);
  const mayWrite = can(principal, "board.write");
  return {
    page: { workspace, user: { name: session.user.name }, reader: readerOf(request.headers) },
    userId: session.user.id,
    boards,
    // The gallery is for a workspace that has nothing to show yet.
    templates: boards.length === 0 && mayWrite ? templates(readEnv(env).machineUrl !== undefined).map(listed) : [],
    mayWrite,
    patterns,
    cursor: paint.cursor,
    live: dehydrate(client),
  };
}

type Opened = Board & { changedBy: string; opened: BoardDocument };

function shown({ id, slug, document, opened, folder, updatedAt, changedBy }: Opened): ListedBoard {
  return {
    id,
    slug,
    title: opened.title,
    panels: document.panels.length,
    folder,
    changedAt: updatedAt.getTime(),
    changedBy,
    thumbnail: thumbnailOf(opened),
  };
}

const slug = v.string();
const form = v.variant("intent", [
  v.object({ intent: v.literal("make") }),
  v.object({ intent: v.picklist(["duplicate", "remove", "put-back"]), slug }),
  v.object({ intent: v.literal("file"), slug, folder: v.string() }),
  v.object({ intent: v.literal("move"), slug, other: slug, side: v.picklist(["before", "after"]) }),
]);

export async function action({ request, context }: Route.ActionArgs) {
  const { env } = context.get(cloudflareContext);
  const access = context.get(workspaceContext);
  requireCan(access, "board.write");
  const asked = v.safeParse(form, Object.fromEntries(await readForm(request)));
  if (!asked.success) throw refusal("bad_input");
  const to = await done(env, access, asked.output);
  if (to === null) throw refusal("not_found");
  return redirect(`/w/${access.workspace.slug}${to}`);
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => sentOrTold(serverAction);

/** Does what was asked; where to go then, in the workspace, or null where what it names is not there. */
async function done(env: Env, { workspace: { id } }: WorkspaceAccess, asked: v.InferOutput<typeof form>) {
  switch (asked.intent) {
    case "make":
      return `/b/${await emptyBoard(env, id)}?edit=1`;
    case "duplicate": {
      const copy = await copyBoard(env, id, asked.slug);
      return copy === null ? null : `/b/${copy}`;
    }
    case "remove":
      return (await takeBoard(env, id, asked.slug)) ? `?removed=${encodeURIComponent(asked.slug)}` : null;
    case "put-back":
      return (await giveBackBoard(env, id, asked.slug)) ? "" : null;
    case "file":
      return (await putInFolder(env, id, asked.slug, asked.folder)) ? "" : null;
    case "move":
      return (await moveBoard(env, id, asked)) ? "" : null;
  }
}

export default function Boards({ loaderData }: Route.ComponentProps) {
  const { page, userId, boards, templates: offered, mayWrite, patterns, cursor, live } = loaderData;
  const asked = useSearchParams()[0].get("q") ?? "";
  useSubscription(patterns, cursor, RANGE);
  return (
    <LiveHydration state={live}>
      <WorkspacePage {...page} here="Boards" title="Boards">
        {mayWrite ? <BoardsNews slugs={boards.map((board) => board.slug)} /> : null}
        <PageTitle
          note={boards.length || undefined}
          actions={
            <>
              {boards.length === 0 ? null : (
                <div className="flex w-55 phone:w-full">
                  <ListSearch label="Search boards" placeholder="Search boards" value={asked} />
                </div>
              )}
              {mayWrite ? <NewBoards /> : null}
            </>
          }
        >
          {boards.length === 0 ? "No boards yet" : "Boards"}
        </PageTitle>
        {boards.length === 0 ? (
          <BoardsEmpty templates={offered} mayWrite={mayWrite} />
        ) : (
          <BoardsList boards={boards} asked={asked} userId={userId} range={RANGE} mayWrite={mayWrite} />
        )}
        {mayWrite ? (
          <p className="mt-6 text-12 text-muted">
            <ButtonLink to="removed" variant="quiet">
              Removed boards
            </ButtonLink>
          </p>
        ) : null}
      </WorkspacePage>
    </LiveHydration>
  );
}

/** The ways to another board. */
function NewBoards() {
  return (
    <>
      <ButtonLink to="import" icon={<Icon of={FileUp} />}>
        Import
      </ButtonLink>
      <Form method="post">
        <Button type="submit" name="intent" value="make" icon={<Icon of={Plus} />}>
          Empty board
        </Button>
      </Form>
      <ButtonLink to="templates" variant="prime" icon={<Icon of={LayoutTemplate} />}>
        Templates
      </ButtonLink>
    </>
  );
}
