import type { ShownValue } from "./shown-value";

/**
 * Values of which no two have the same name: where several sources bear one label each is called by its source, and
 * what even that does not tell apart by its key. `sourceName`: undefined while the source is not known.
 */
export function toldApart(
  values: readonly ShownValue[],
  sourceName: (slug: string) => string | undefined,
): readonly ShownValue[] {
  const byName = Map.groupBy(values, ({ name }) => name);
  if (byName.size === values.length) return values;
  const names = new Map<string, string>();
  for (const group of byName.values()) {
    if (group.length === 1) continue;
    const sources = group.map(({ slugs: [slug = "", ...others] }) =>
      others.length > 0 ? undefined : sourceName(slug),
    );
    const isEnough = new Set(sources).size === group.length && !sources.includes(undefined);
    for (const [i, { id }] of group.entries()) names.set(id, (isEnough ? sources[i] : undefined) ?? id);
  }
  return values.map((one) => named(one, names.get(one.id) ?? one.name));
}

/** What a value was called last, so that one that does not change keeps its reference. */
const renamed = new WeakMap<ShownValue, ShownValue>();

function named(one: ShownValue, name: string): ShownValue {
  if (one.name === name) return one;
  const last = renamed.get(one);
  if (last?.name === name) return last;
  const made = { ...one, name };
  renamed.set(one, made);
  return made;
}
