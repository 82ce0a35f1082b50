import { Ellipsis } from "lucide";
import { memo, useState } from "react";
import type { Panel } from "../../../../core/boards/document";
import { componentCode } from "../../loadable/component-code";
import { loadableComponent } from "../../loadable/loadable-component";
import { Wanted } from "../../loadable/wanted";
import { Icon } from "../../ui/icon";
import { useHydrated } from "../../ui/use-hydrated";
import { menuButton } from "./menu-button";

const PanelMenu = loadableComponent(componentCode(() => import("./panel-menu")));

/**
 * What can be done with a panel, at the end of its header: seen on hover and focus, and always where nothing hovers. Its
 * room is kept, so that nothing moves. The menu's code comes when it is first opened; until then this is a plain button.
 */
export const PanelMenuButton = memo(function PanelMenuButton({ panel }: { panel: Panel }) {
  const [isWanted, want] = useState(false);
  const hydrated = useHydrated();
  const button = (
    <button
      type="button"
      disabled={!hydrated}
      aria-haspopup="menu"
      aria-label={`Actions for ${panel.title}`}
      onClick={() => want(true)}
      className={menuButton}
    >
      <Icon of={Ellipsis} className="size-4" />
    </button>
  );
  if (!isWanted) return button;
  return (
    <Wanted fallback={button} unwant={() => want(false)}>
      <PanelMenu panel={panel} />
    </Wanted>
  );
});
