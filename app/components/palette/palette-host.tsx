import { Search } from "lucide";
import { useState } from "react";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";
import { useEarlyText } from "./use-early-text";

const Palette = loadableComponent(componentCode(() => import("./palette")));

/** The way to everything of the workspace; its code is loaded when it is first opened. */
export function PaletteHost({ slug }: { slug: string }) {
  const [isOpen, open] = useState<boolean | null>(null);
  const hydrated = useHydrated();
  const early = useEarlyText(isOpen === true);
  useShortcut({ keys: "mod+k", does: "Finds boards, panels, keys, sources and actions", group: "Everywhere" }, () =>
    open(true),
  );
  return (
    <>
      <button
        type="button"
        disabled={!hydrated}
        onClick={() => open(true)}
        aria-keyshortcuts="Control+K Meta+K"
        className="flex h-(--control) shrink-0 items-center gap-2 rounded-6 border border-line-strong px-2 text-12 text-muted hover:bg-hover phone:size-(--thumb) phone:justify-center phone:border-transparent phone:px-0"
      >
        <Icon of={Search} className="size-4" />
        <span className="text-left phone:sr-only [@media(width<1100px)]:sr-only [@media(width>=1100px)]:min-w-28">
          Search or jump to
        </span>
        <kbd className="rounded-4 border border-line-strong bg-well px-1 phone:hidden">Ctrl K</kbd>
      </button>
      {isOpen === null ? null : (
        <Wanted unwant={() => open(null)}>
          <Palette slug={slug} open={isOpen} setOpen={open} early={early} />
        </Wanted>
      )}
    </>
  );
}
