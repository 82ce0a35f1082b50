/** Those that were seen stay in that order; before them those that were not, in their own. */
export function steadyOrder<Item extends { readonly id: string }>(
  seen: readonly string[],
  items: readonly Item[],
): readonly Item[] {
  const places = new Map(seen.map((id, place) => [id, place]));
  const placeOf = ({ id }: Item) => places.get(id) ?? -1;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}
