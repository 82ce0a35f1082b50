import { nanoid } from "nanoid";
import type { Panel } from "../../../core/boards/document";
import { firstFreePlace } from "../../../core/boards/first-free-place";
import { notify } from "../notify/notify";
import type { Opened } from "./drawer";
import type { Session } from "./use-edit-session";

interface StepsOptions {
  readonly session: Session;
  readonly select: (id: string | null) => void;
  readonly open: (opened: Opened | null) => void;
  readonly say: (words: string) => void;
}

export type PanelSteps = ReturnType<typeof usePanelSteps>;

/** What can be done with whole panels, from wherever it is asked: menu, keys, clipboard. */
export function usePanelSteps({ session, select, open, say }: StepsOptions) {
  const focus = (id: string) => {
    select(id);
    requestAnimationFrame(() => focusHandle(id));
  };
  /** Under new ids, at the first free places. */
  const add = (panels: readonly Panel[]): Panel[] => {
    const placed = anew(panels, session.now.panels);
    session.edit({ type: "add", panels: placed });
    const [first] = placed;
    if (first) focus(first.id);
    say(placed.map(({ title }) => `${title || "Panel"} added`).join(", "));
    return placed;
  };
  const find = (id: string) => session.now.panels.find((one) => one.id === id);
  return {
    add,
    focus,
    find,
    open: (id: string) => {
      select(id);
      open({ type: "panel", id });
      requestAnimationFrame(focusDrawer);
    },
    duplicate: (id: string) => add(session.now.panels.filter((one) => one.id === id)),
    remove: (id: string) => {
      const panel = find(id);
      if (!panel) return;
      session.edit({ type: "remove", id });
      select(null);
      open(null);
      say(`${panel.title || "Panel"} removed`);
      notify({
        words: `Removed “${panel.title || "Panel"}”`,
        action: { label: "Undo", run: () => session.edit({ type: "add", panels: [panel] }) },
      });
    },
  };
}

/** Where it is open already, it takes the focus all the same. */
function focusDrawer(): void {
  document.querySelector<HTMLElement>("[data-drawer] :is(input, textarea)")?.focus();
}

function focusHandle(id: string): void {
  const handle = document.querySelector<HTMLElement>(`[data-frame="${id}"] [data-handle]`);
  handle?.focus();
  handle?.scrollIntoView({ block: "nearest" });
}

function anew(panels: readonly Panel[], others: readonly Panel[]): Panel[] {
  const placed: Panel[] = [];
  for (const panel of panels) {
    const place = firstFreePlace([...others, ...placed], panel.place);
    const { phone: _, ...rest } = panel;
    placed.push({ ...rest, id: nanoid(8), place });
  }
  return placed;
}
