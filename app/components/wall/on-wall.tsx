import type { ReactNode } from "react";
import type { Panel } from "../../../core/boards/document";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import type { WallOptions } from "./wall-options";

export const wallCode = componentCode(() => import("./wall"));
const Wall = loadableComponent(wallCode);

/** How a board arranges its panels on a wall; undefined: it is on none. */
export function onWall(
  options: WallOptions | null,
  title: string,
): ((panels: readonly Panel[]) => ReactNode) | undefined {
  return options === null ? undefined : (panels) => <Wall title={title} panels={panels} options={options} />;
}
