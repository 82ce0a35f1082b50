import { useState } from "react";
import { useNavigate } from "react-router";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { usePageFocus } from "./use-page-focus";
import { useShortcut } from "./use-shortcut";

const ShortcutList = loadableComponent(componentCode(() => import("./shortcut-list")));

/** Where the focus begins on each page of a workspace, and the keys that work on all of them. */
export function PageShortcuts({ slug }: { slug: string }) {
  usePageFocus();
  const navigate = useNavigate();
  const [isListOpen, openList] = useState<boolean | null>(null);
  const go = (place: string) => () => void navigate(`/w/${slug}${place}`);
  useShortcut({ keys: "?", does: "Shows this list", group: "Everywhere" }, () => openList(true));
  useShortcut({ keys: "/", does: "Goes to the page's search", group: "Everywhere" }, focusSearch);
  useShortcut({ keys: "g b", does: "Goes to the boards", group: "Everywhere" }, go(""));
  useShortcut({ keys: "g k", does: "Goes to the keys", group: "Everywhere" }, go("/keys"));
  useShortcut({ keys: "g s", does: "Goes to the sources", group: "Everywhere" }, go("/sources"));
  useShortcut({ keys: "g a", does: "Goes to the alerts", group: "Everywhere" }, go("/alerts"));
  if (isListOpen === null) return null;
  return (
    <Wanted unwant={() => openList(null)}>
      <ShortcutList open={isListOpen} setOpen={openList} />
    </Wanted>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>("main input[type=search]")?.focus();
}
