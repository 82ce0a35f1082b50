import type { ReactNode } from "react";
import type { Panel } from "../../../core/boards/document";
import { Wall } from "./wall";
import type { WallOptions } from "./wall-options";

/** How a board arranges its panels on a wall; undefined: it is on none. */
export function onWall(
  options: WallOptions | null,
  title: string,
): ((panels: readonly Panel[]) => ReactNode) | undefined {
  return options === null ? undefined : (panels) => <Wall title={title} panels={panels} options={options} />;
}
