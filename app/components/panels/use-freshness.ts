import { type Freshness, freshnessOf, hasAge } from "../../../core/freshness/freshness";
import { readAs } from "../../../core/schema/read-as";
import { type SourceState, sourceState } from "../../../core/sources/state";
import { useLiveKeys } from "../../live/use-live-keys";
import { useMoment } from "../../live/use-moment";
import { useBoardRange } from "../range/range-context";
import { useChecks } from "./use-checks";
import { worstFreshness } from "./worst-freshness";

export interface SourceFreshness {
  readonly slug: string;
  readonly freshness: Freshness;
  /** Undefined: nobody has said anything about this source yet. */
  readonly source: SourceState | undefined;
  /** When it was last known to be true; null: never, or nothing is expected of who writes it, and it is true now. */
  readonly checkedAt: number | null;
  readonly dueAt: number | null;
}

export interface PanelFreshness {
  readonly state: Freshness;
  /** The same of all of them: the longest ago, and null where one never was. */
  readonly checkedAt: number | null;
  readonly sources: readonly SourceFreshness[];
  readonly now: number;
}

/** How fresh values of these sources are, told anew each second. What is of the past does not get older: it is fresh. */
export function useFreshness(slugs: readonly string[]): PanelFreshness {
  const values = useLiveKeys(slugs.map((slug) => `$sources.${slug}`));
  const checks = useChecks(slugs);
  const moment = useMoment();
  const { range } = useBoardRange();
  const sources = slugs.map((slug, i): SourceFreshness => {
    const source = parseSource(values.find(({ key }) => key === `$sources.${slug}`)?.value);
    const { checkedAt, dueAt } = checks[i] ?? { checkedAt: null, dueAt: null };
    const ages = hasAge(source) ? { checkedAt, dueAt } : { checkedAt: moment.behindSince ?? null, dueAt: null };
    return { slug, source, ...ages, freshness: freshnessOf(source, checkedAt, moment) };
  });
  if (range.kind === "past") {
    const calm = sources.map((one) => ({ ...one, freshness: "fresh" as const }));
    return { state: "fresh", checkedAt: null, sources: calm, now: range.to };
  }
  const looks = sources.filter(({ source, checkedAt }) => hasAge(source) || checkedAt !== null);
  const never = looks.length === 0 || looks.some(({ checkedAt }) => checkedAt === null);
  return {
    state: worstFreshness(sources.map((one) => one.freshness)),
    checkedAt: never ? null : Math.min(...looks.map(({ checkedAt }) => checkedAt ?? 0)),
    sources,
    now: moment.now,
  };
}

/** What each value was found to be: every panel asks for its sources each second, and most values stay. */
const parsed = new WeakMap<object, SourceState | undefined>();

/** The value of a `$sources` key, if it is one of this version's. */
export function parseSource(value: unknown): SourceState | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!parsed.has(value)) parsed.set(value, readAs(sourceState, value));
  return parsed.get(value);
}
