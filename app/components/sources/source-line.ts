import type { SourceHealth } from "../../../core/live-object";
import type { SourceDefinition } from "../../../core/sources/definition";
import { type HealthSummary, healthSummary } from "../../../core/sources/health-summary";

/** What the list knows of a source besides its live state. */
export interface SourceLine {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly interval: number;
  /** Null where it is not asked, or the object did not say in time. */
  readonly health: HealthSummary | null;
}

export function lineOf(source: SourceDefinition, health: SourceHealth | undefined): SourceLine {
  const { slug, name, kind, interval, plan } = source;
  return { slug, name, kind, interval, health: health ? healthSummary(health, plan?.budget ?? null) : null };
}

/** By any part of its name or short name, or the name of its kind; nothing typed fits all. */
export function fitsFilter({ name, slug, kind }: Pick<SourceLine, "name" | "slug" | "kind">, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return [name, slug, kind].some((text) => text.toLowerCase().includes(wanted));
}
