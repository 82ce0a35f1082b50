import { useParams } from "react-router";
import * as v from "valibot";
import { ruled } from "../../../core/alerts/rule";
import type { Panel } from "../../../core/boards/document";
import { isFormula } from "../../../core/boards/patterns-in";
import { referencesOf } from "../../../core/boards/references-of";
import { limitOf } from "../../../core/boards/threshold";
import { useBoard } from "../panels/board-context";
import { useBoards } from "../people/use-boards";
import type { AlertValues } from "./alert-values";
import { useMayAlert } from "./use-may-alert";

/**
 * The address of a new rule on what a panel shows, filled in as far as that is known; `formula` where all of it is computed,
 * which no rule watches; null where there can be none.
 */
export function useNewAlert(panel: Panel): { readonly to: string } | "formula" | null {
  const { workspace = "" } = useParams();
  const { boardId } = useBoard();
  const mayWrite = useMayAlert();
  // A key's own page is no board that a rule could lead to.
  const isBoard = useBoards().has(boardId);
  const values = mayWrite ? newAlertOn(panel) : null;
  if (values === null || values === "formula") return values;
  const place = isBoard ? { panel: `${boardId}/${panel.id}` } : {};
  return { to: `/w/${workspace}/alerts/rule?${new URLSearchParams({ ...values, ...place })}` };
}

/** Kinds that show what people write, and events. */
const unwatched: readonly Panel["type"][] = ["list", "note", "events"];

/** The first key or pattern of one source that the panel shows, its gravest threshold, and its unit. */
export function newAlertOn(panel: Panel): Partial<AlertValues> | "formula" | null {
  if (unwatched.includes(panel.type)) return null;
  const references = referencesOf(panel).map(({ text }) => text);
  const key = references.find((text) => v.is(ruled.key, text));
  if (key === undefined) return references.some(isFormula) ? "formula" : null;
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
