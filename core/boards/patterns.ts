import type { BoardDocument, Panel } from "./document";
import { patternsIn } from "./patterns-in";
import type { Variable } from "./variable";

/** Who looks at which board: some panels show each person something else. */
export interface Viewing {
  readonly boardId: string;
  readonly userId: string;
}

/** The key patterns a panel needs; those that a person follows are in the value of `$followed` and come on top. */
export function patternsOf(item: Panel, { boardId, userId }: Viewing): string[] {
  switch (item.type) {
    case "stat":
      return [item.key, ...(item.of === undefined ? [] : [item.of])].flatMap(patternsIn);
    case "line":
      return [
        ...item.series.flatMap((one) => patternsIn(one.key)),
        ...(item.events === undefined ? [] : [item.events]),
      ];
    case "bar":
    case "pie":
      return item.series.flatMap((one) => patternsIn(one.key));
    case "gauge":
    case "list":
    case "note":
    case "events":
      return patternsIn(item.key);
    case "grid":
    case "table":
      return item.keys.flatMap(patternsIn);
    case "text":
    case "section":
      return [];
    case "status":
      return ["$sources.*"];
    case "discussion":
      return [`$rooms.${boardId}`, `$presence.${boardId}`];
    case "followed":
      return [`$followed.${userId}`, "$sources.*"];
  }
}

/**
 * Everything that a board's page shows to whoever looks: its panels' keys, those that its variables have their values of,
 * the sources' states, who is here, what is noted on charts.
 */
export function boardPatterns({ panels, variables = [] }: BoardDocument, viewing: Viewing): string[] {
  const own = panels.flatMap((one) => patternsOf(one, viewing));
  return [
    ...new Set([
      ...own,
      ...keysPatterns(variables),
      "$sources.*",
      `$presence.${viewing.boardId}`,
      `$marks.${viewing.boardId}`,
    ]),
  ];
}

/** The patterns whose keys say which values the variables have. */
export function keysPatterns(variables: readonly Variable[]): string[] {
  return variables.flatMap((one) => (one.type === "keys" ? one.pattern : []));
}
