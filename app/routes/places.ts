import { can } from "../../core/access/access";
import { openDatabase } from "../../db/database";
import { listRules } from "../../db/queries/alert-rules";
import { listBoards } from "../../db/queries/boards";
import { listSources } from "../../db/queries/sources";
import { cloudflareContext, workspaceContext } from "../../server/contexts";
import { requireCan } from "../../server/guards";
import { asTheyOpen } from "../../server/shown-by";
import type { PlaceList } from "../components/palette/place-list";
import type { Route } from "./+types/places";

/** `GET /w/:workspace/places` → PlaceList: boards with their panels, sources and alert rules, by name. */
export async function loader({ context }: Route.LoaderArgs) {
  const access = context.get(workspaceContext);
  requireCan(access, "board.read");
  const { workspace, principal } = access;
  const { env } = context.get(cloudflareContext);
  const db = openDatabase(env.DB);
  const [stored, sources, rules] = await Promise.all([
    listBoards(db, workspace.id),
    listSources(db, workspace.id),
    listRules(db, workspace.id),
  ]);
  const boards = await asTheyOpen({ env, workspaceId: workspace.id, principal }, stored);
  const places: PlaceList = {
    boards: boards.map(({ slug, opened }) => ({
      slug,
      name: opened.title,
      panels: opened.panels.map(({ id, title }) => ({ id, name: title || id })),
    })),
    sources: can(principal, "source.read") ? sources.map(({ slug, name }) => ({ slug, name })) : [],
    alerts: can(principal, "alert.read") ? rules.map(({ id, name, key }) => ({ id, name, key })) : [],
    mayWrite: can(principal, "board.write"),
    mayManage: can(principal, "member.manage"),
  };
  return Response.json(places, { headers: { "Cache-Control": "no-store" } });
}
