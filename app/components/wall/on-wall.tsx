import { type ReactNode, Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { wallCode } from "./wall-code";
import type { WallOptions } from "./wall-options";

/** How a board arranges its panels on a wall; undefined: it is on none. */
export function onWall(
  options: WallOptions | null,
  title: string,
): ((panels: readonly Panel[]) => ReactNode) | undefined {
  if (options === null) return undefined;
  const Wall = wallCode.Panel;
  return (panels) => (
    <Suspense>
      <Wall title={title} panels={panels} options={options} />
    </Suspense>
  );
}
