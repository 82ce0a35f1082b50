import { LayoutGrid } from "lucide";
import { Link } from "react-router";
import type { AlertRule } from "../../../core/alerts/rule";
import { useBoards } from "../people/use-boards";
import { Icon } from "../ui/icon";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly panel: AlertRule["panel"];
  /** Under a heading that says what it is. */
  readonly isShort?: boolean;
  readonly close?: (() => void) | undefined;
}

/** Where a rule is looked at: its panel, on the board as it is called now. Nothing where there is none, or not any more. */
export function PanelLink({ slug, panel, isShort = false, close }: Props) {
  const board = useBoards().get(panel?.board ?? "");
  if (!panel || !board) return null;
  return (
    <Link
      to={`/w/${slug}/b/${board.slug}?panel=${panel.panel}`}
      onClick={close}
      className="inline-flex min-w-0 items-center gap-1.5 text-accent hover:underline phone:min-h-(--thumb)"
    >
      <Icon of={LayoutGrid} className="size-3.5 shrink-0" />
      <span className="truncate">
        <span className={isShort ? "sr-only" : ""}>Panel on </span>
        {board.title}
      </span>
    </Link>
  );
}
