import { X } from "lucide";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Panel } from "../../../core/boards/document";
import { usePresence } from "../../live/use-presence";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { AddPanel } from "./add-panel";
import { BoardSettings } from "./board-settings";
import { PanelSettings } from "./panel-settings";
import type { Session } from "./use-edit-session";
import { useNarrow } from "./use-narrow";
import type { PanelSteps } from "./use-panel-steps";

/** What the drawer is open for. */
export type Opened =
  | { readonly type: "panel"; readonly id: string }
  | { readonly type: "board" }
  | { readonly type: "add" };

export interface DrawerProps {
  readonly opened: Opened;
  readonly open: (opened: Opened | null) => void;
  readonly session: Session;
  readonly steps: PanelSteps;
  readonly slug: string;
  readonly boardId: string;
  /** Shows a panel on the board, a new one or in place of one that is there, without any change of the board. */
  readonly preview: (panel: Panel | null) => void;
}

/** Beside the board, on a phone below a part of it: the settings of what is open, which the board shows at once. */
export function Drawer(props: DrawerProps) {
  const { opened, open, session, steps, boardId } = props;
  const panel = opened.type === "panel" ? steps.find(opened.id) : undefined;
  usePresence(boardId, { editing: true, panel: panel?.id });
  useInSight(panel);
  const close = () => {
    open(null);
    if (panel) steps.focus(panel.id);
  };
  if (opened.type === "panel" && !panel) return null;
  const title = panel ? panel.title || "Panel" : opened.type === "add" ? "Add panel" : "Board settings";
  return (
    <Layer title={title} close={close} name={panel?.id ?? opened.type}>
      {panel ? (
        <PanelSettings key={panel.id} panel={panel} {...props} done={close} />
      ) : opened.type === "add" ? (
        <AddPanel {...props} />
      ) : (
        <BoardSettings session={session} />
      )}
    </Layer>
  );
}

/** Scrolls to the panel whose settings are open. */
function useInSight(panel: Panel | undefined): void {
  const id = panel?.id;
  const { y, h } = panel?.place ?? {};
  const isNarrow = useNarrow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: as another kind it may lie elsewhere
  useEffect(() => {
    if (id === undefined) return;
    // It gives a promise in some browsers.
    document
      .querySelector(`[data-frame="${CSS.escape(id)}"]`)
      ?.scrollIntoView({ block: isNarrow ? "start" : "nearest" });
  }, [id, y, h, isNarrow]);
}

/** Gives the focus back to what had it, unless something else took it meanwhile. */
function useFocusGivenBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    },
    [before],
  );
}

interface LayerProps {
  readonly title: string;
  readonly close: () => void;
  /** Another one takes the focus anew. */
  readonly name: string;
  readonly children: ReactNode;
}

function Layer({ title, close, name, children }: LayerProps) {
  const box = useRef<HTMLElement>(null);
  useFocusGivenBack();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is opened takes the focus
  useEffect(() => box.current?.querySelector<HTMLElement>("input, textarea, button[data-first]")?.focus(), [name]);
  return (
    <aside
      ref={box}
      data-drawer
      aria-label={title}
      className="fixed top-(--bar) right-0 bottom-0 z-(--z-drawer) flex w-96 flex-col border-l border-line-strong bg-panel phone:top-[calc(100dvh-var(--sheet))] phone:left-0 phone:w-auto phone:border-t phone:border-l-0"
    >
      {/* It only listens to what its fields leave unused. */}
      <div
        role="presentation"
        className="contents"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.defaultPrevented) return;
          event.stopPropagation();
          close();
        }}
      >
        <header className="flex h-12 shrink-0 items-center gap-2 pr-3 pl-4">
          <h2 className="min-w-0 flex-1 truncate text-14 font-medium text-strong">{title}</h2>
          <Button variant="quiet" icon={<Icon of={X} />} aria-label="Close" onClick={close} />
        </header>
        {/* What takes the focus comes to stand above the buttons that stay at the end. */}
        <div className="grid min-h-0 flex-1 scroll-pb-18 content-start overflow-y-auto">{children}</div>
      </div>
    </aside>
  );
}
