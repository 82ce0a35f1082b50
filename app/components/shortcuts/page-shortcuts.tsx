import { useState } from "react";
import { useNavigate } from "react-router";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { useShortcut } from "./use-shortcut";

const ShortcutList = loadableComponent(componentCode(() => import("./shortcut-list")));

/** The keys that work on every page of a workspace. */
export function PageShortcuts({ slug }: { slug: string }) {
  const navigate = useNavigate();
  const [isListOpen, openList] = useState<boolean | null>(null);
  const go = (place: string) => () => void navigate(`/w/${slug}${place}`);
  useShortcut({ keys: "?", does: "Shows this list", group: "Everywhere" }, () => openList(true));
  useShortcut({ keys: "/", does: "Goes to the page's search", group: "Everywhere" }, focusSearch);
  useShortcut({ keys: "g b", does: "Goes to the boards", group: "Everywhere" }, go(""));
  useShortcut({ keys: "g k", does: "Goes to the keys", group: "Everywhere" }, go("/keys"));
  useShortcut({ keys: "g s", does: "Goes to the sources", group: "Everywhere" }, go("/sources"));
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
