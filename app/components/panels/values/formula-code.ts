import { Loadable } from "../../../live/loadable";

/** What formulas are read and worked out with: loaded where a panel has one. */
export const formulaCode = new Loadable(async () => (await import("./formulas")).formulas);

/** What a formula looks into values with: loaded where one does. */
export const pathFinderCode = new Loadable(async () => (await import("./path-finder")).pathFinder);
