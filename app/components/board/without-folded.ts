import type { Panel, SectionPanel } from "../../../core/boards/document";

/** Panels in reading order without those below a folded section, and the rest moved up into their room. */
export function withoutFolded(panels: readonly Panel[], isFolded: (section: SectionPanel) => boolean): Panel[] {
  let folded = false;
  let below = 0;
  let up = 0;
  return panels.flatMap((panel) => {
    if (panel.type === "section") {
      if (folded) up += Math.max(0, panel.place.y - below);
      folded = isFolded(panel);
      below = panel.place.y + panel.place.h;
    } else if (folded) return [];
    return up === 0 ? [panel] : [{ ...panel, place: { ...panel.place, y: panel.place.y - up } }];
  });
}
