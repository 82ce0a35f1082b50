import * as z from "zod/mini";
import { type Freshness, freshnessOf } from "../../../core/freshness/freshness";
import { type SourceState, sourceState } from "../../../core/sources/state";
import { useLiveKeys } from "../../live/use-live-keys";
import { useNow } from "../../live/use-now";
import { useChecks } from "./use-checks";
import { worstFreshness } from "./worst-freshness";

export interface SourceFreshness {
  readonly slug: string;
  readonly freshness: Freshness;
  /** Undefined: nobody has said anything about this source yet. */
  readonly source: SourceState | undefined;
  readonly checkedAt: number | null;
  readonly dueAt: number | null;
}

export interface PanelFreshness {
  readonly state: Freshness;
  /** When the source that was looked at longest ago was looked at; null where one never was. */
  readonly checkedAt: number | null;
  readonly sources: readonly SourceFreshness[];
  readonly now: number;
}

/** How fresh values of these sources are, told anew each second. */
export function useFreshness(slugs: readonly string[]): PanelFreshness {
  const values = useLiveKeys(slugs.map((slug) => `$sources.${slug}`));
  const checks = useChecks(slugs);
  const now = useNow();
  const sources = slugs.map((slug, i): SourceFreshness => {
    const source = parseSource(values.find(({ key }) => key === `$sources.${slug}`)?.value);
    const { checkedAt, dueAt } = checks[i] ?? { checkedAt: null, dueAt: null };
    return { slug, source, checkedAt, dueAt, freshness: freshnessOf(source, checkedAt, now) };
  });
  const looks = sources.map((one) => one.checkedAt);
  const checkedAt = looks.some((look) => look === null) ? null : Math.min(...looks.map((look) => look ?? 0));
  return {
    state: worstFreshness(sources.map((one) => one.freshness)),
    checkedAt: slugs.length === 0 ? null : checkedAt,
    sources,
    now,
  };
}

/** The value of a `$sources` key, if it is one of this version's. */
export function parseSource(value: unknown): SourceState | undefined {
  const parsed = z.safeParse(sourceState, value);
  return parsed.success ? parsed.data : undefined;
}
