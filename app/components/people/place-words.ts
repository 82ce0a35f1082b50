import type { Present } from "./use-here";

/** Where somebody is, in words: "To do, editing", "this board". `titles`: of the board's panels, by id. */
export function placeWords({ places }: Present, titles: ReadonlyMap<string, string>): string {
  const place = places.find(({ editing }) => editing) ?? places.find(({ panel }) => panel) ?? places[0];
  const title = place?.panel === undefined ? undefined : titles.get(place.panel);
  if (title === undefined) return place?.editing ? "this board, editing" : "this board";
  return place?.editing ? `${title}, editing` : title;
}
