import type { Loadable } from "../../live/loadable";
import { panelCode } from "../panels/panel-code";
import { formulaCode, pathFinderCode } from "../panels/values/formula-code";
import { variableCode } from "../variables/variable-code";
import { wallCode } from "../wall/on-wall";

/**
 * Loads what the page shows before it hydrates. What hydrated later would meet values that have moved on since the server
 * wrote them. Where a panel's code cannot be loaded, the panel says so by itself.
 */
export async function loadShown(page: Document): Promise<void> {
  const has = (selector: string) => page.querySelector(selector) !== null;
  const panels = Object.entries(panelCode).filter(([kind]) => has(`[data-kind="${kind}"]`));
  const shown: Loadable<unknown>[] = panels.map(([, code]) => code);
  if (has("[data-formula]")) shown.push(formulaCode);
  if (has("[data-formula=path]")) shown.push(pathFinderCode);
  // A wall does not say whether its board has variables.
  if (has("[data-variables], [data-wall]")) shown.push(variableCode);
  if (has("[data-wall]")) shown.push(wallCode);
  await Promise.all(shown.map((code) => code.load()));
}
