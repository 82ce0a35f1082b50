import type { KeyMeta } from "../../core/protocol/parts";
import type { Outcome } from "../../core/sources/connector";
import type { Look } from "../../core/sources/look";
import { collectReadings, type NamedReading } from "../collect-readings";
import { failed, quote } from "../failure";
import { MAX_KEYS } from "../key-limit";
import type { Sample } from "./exposition";
import { fitsGlob } from "./glob";
import { histogramReadings } from "./histogram";
import { rateName, rateOf } from "./rate";
import { parseSampleValue } from "./sample-value";
import { asWritten, inOrder, seriesName } from "./series-name";
import type { PrometheusScrapeSettings } from "./settings";
import { guessUnit } from "./unit";

type MappingSettings = Pick<PrometheusScrapeSettings, "prefix" | "include" | "exclude" | "rates">;

/**
 * One key for each sample: its metric's name without the prefix, then its label values in the order of the labels'
 * names. A counter has a second one, with its rate. The buckets of a histogram share one, beside its quantiles: a key
 * each would be hundreds of series of which no panel shows one.
 */
export function mapSamples(samples: readonly Sample[], settings: MappingSettings, look: Look): Outcome {
  const wanted = samples.filter(({ name }) => isWanted(name, settings));
  const plain = wanted.filter(({ bucketOf }) => bucketOf === undefined);
  if (plain.length > MAX_KEYS) return tooMany(plain.length);
  const readings: NamedReading[] = [];
  const units = new Map<string, string | undefined>();
  for (const sample of plain) {
    const value = parseSampleValue(sample.value);
    if (value === undefined) {
      return failed("bad_body", `${quote(sample.name)} has the value ${quote(sample.value)}, which is not a number.`);
    }
    // Once for a metric, not once for each of its thousands of samples.
    if (!units.has(sample.name)) units.set(sample.name, guessUnit(sample.name, sample.help));
    const reading = readingOf(sample, value, settings.prefix, units.get(sample.name));
    readings.push(reading);
    if (sample.counter && settings.rates === "yes") readings.push(rateReading(sample, reading, settings.prefix, look));
  }
  const histograms = Map.groupBy(wanted, ({ bucketOf }) => bucketOf);
  for (const [base, buckets] of histograms) {
    if (base === undefined) continue;
    readings.push(...histogramReadings(base, buckets, withoutPrefix(base, settings.prefix), look));
  }
  return readings.length > MAX_KEYS ? tooMany(readings.length) : collectReadings(readings);
}

function tooMany(count: number): Outcome {
  return failed(
    "too_many_keys",
    `They would make ${count} keys; ${MAX_KEYS} is the most a source can have. Include or exclude metrics by name, or leave out the rates.`,
  );
}

function isWanted(name: string, { include, exclude }: MappingSettings): boolean {
  if (exclude.some((pattern) => fitsGlob(pattern, name))) return false;
  return include.length === 0 || include.some((pattern) => fitsGlob(pattern, name));
}

function readingOf(sample: Sample, value: number | null, prefix: string, unit: string | undefined): NamedReading {
  const labels = inOrder(sample.labels);
  const { path, label } = seriesName(withoutPrefix(sample.name, prefix), labels);
  return { path, value, meta: metaOf(unit, label), origin: asWritten(sample.name, labels) };
}

function rateReading(
  { name, labels }: Sample,
  { path, value }: NamedReading,
  prefix: string,
  look: Look,
): NamedReading {
  const ordered = inOrder(labels);
  const named = seriesName(rateName(withoutPrefix(name, prefix)), ordered);
  const rate = rateOf(path, typeof value === "number" ? value : null, look);
  const unit = guessUnit(rateName(name), "");
  return { path: named.path, value: rate, meta: metaOf(unit, named.label), origin: asWritten(rateName(name), ordered) };
}

function withoutPrefix(name: string, prefix: string): string {
  return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : name;
}

function metaOf(unit: string | undefined, label: string | undefined): KeyMeta {
  return { kind: "series", ...(unit === undefined ? {} : { unit }), ...(label === undefined ? {} : { label }) };
}
