import { useParams } from "react-router";
import * as v from "valibot";
import { ruled } from "../../../core/alerts/rule";
import type { Panel } from "../../../core/boards/document";
import { referencesOf } from "../../../core/boards/references-of";
import { limitOf } from "../../../core/boards/threshold";
import { useBoard } from "../panels/board-context";
import { useBoards } from "../people/use-boards";
import type { AlertValues } from "./alert-values";
import { useMayAlert } from "./use-may-alert";

/** The address of a new rule on what a panel shows, filled in as far as that is known; null where there can be none. */
export function useNewAlert(panel: Panel): string | null {
  const { workspace = "" } = useParams();
  const { boardId } = useBoard();
  const mayWrite = useMayAlert();
  // A key's own page is no board that a rule could lead to.
  const isBoard = useBoards().has(boardId);
  const values = mayWrite ? newAlertOn(panel) : null;
  if (values === null) return null;
  const place = isBoard ? { panel: `${boardId}/${panel.id}` } : {};
  return `/w/${workspace}/alerts/rule?${new URLSearchParams({ ...values, ...place })}`;
}

/** Kinds that show what people write, and events. */
const unwatched: readonly Panel["type"][] = ["list", "note", "events"];

/** The first key or pattern of one source that the panel shows, its gravest threshold, and its unit. */
export function newAlertOn(panel: Panel): Partial<AlertValues> | null {
  const key = referencesOf(panel).find(({ text }) => v.is(ruled.key, text))?.text;
  if (key === undefined || unwatched.includes(panel.type)) return null;
  const thresholds = ("thresholds" in panel ? panel.thresholds : undefined) ?? [];
  const limit = thresholds.find(({ level }) => level === "critical") ?? thresholds[0];
  const unit = "unit" in panel ? panel.unit : undefined;
  return {
    key,
    name: limit?.name ?? panel.title,
    ...(limit && { is: "above" in limit ? "above" : "below", value: String(limitOf(limit)), severity: limit.level }),
    ...(unit !== undefined && { unit }),
  };
}
