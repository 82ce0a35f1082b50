import type { ComponentType } from "react";
import { Loadable } from "../../live/loadable";

/** The code of a component that is its module's default export. */
export function componentCode<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Loadable<ComponentType<Props>> {
  return new Loadable(async () => (await load()).default);
}
