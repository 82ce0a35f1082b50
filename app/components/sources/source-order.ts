import type { KeyState } from "../../../core/protocol/snapshot";
import { parseSource } from "../panels/use-freshness";

/** Failing sources first, then by name. Settled when the page is made: rows do not move under the pointer later. */
export function sourceOrder<Source extends { readonly slug: string; readonly name: string }>(
  sources: readonly Source[],
  states: readonly Pick<KeyState, "key" | "value">[],
): Source[] {
  const failing = new Set(
    states.filter(({ value }) => parseSource(value)?.state === "failing").map(({ key }) => key.split(".")[1]),
  );
  const rank = ({ slug }: Source) => (failing.has(slug) ? 0 : 1);
  return [...sources].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "en"));
}
