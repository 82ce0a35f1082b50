import type { KeyMeta } from "../../core/protocol/parts";
import type { Outcome } from "../../core/sources/connector";
import { collectReadings, type NamedReading } from "../collect-readings";
import { failed, quote } from "../failure";
import { MAX_KEYS } from "../key-limit";
import type { Sample } from "./exposition";
import { fitsGlob } from "./glob";
import { parseSampleValue } from "./sample-value";
import { asWritten, inOrder, seriesName } from "./series-name";
import type { PrometheusScrapeSettings } from "./settings";
import { guessUnit } from "./unit";

type MappingSettings = Pick<PrometheusScrapeSettings, "prefix" | "include" | "exclude">;

/**
 * One key for each sample: its metric's name without the prefix, then its label values in the order of the labels'
 * names, so that an upstream which writes them in another order makes the same keys.
 */
export function mapSamples(samples: readonly Sample[], settings: MappingSettings): Outcome {
  const wanted = samples.filter(({ name }) => isWanted(name, settings));
  if (wanted.length > MAX_KEYS) {
    return failed(
      "too_many_keys",
      `There are ${wanted.length} samples; ${MAX_KEYS} is the most a source can have. Include or exclude metrics by name.`,
    );
  }
  const readings: NamedReading[] = [];
  const units = new Map<string, string | undefined>();
  for (const sample of wanted) {
    const value = parseSampleValue(sample.value);
    if (value === undefined) {
      return failed("bad_body", `${quote(sample.name)} has the value ${quote(sample.value)}, which is not a number.`);
    }
    // Once for a metric, not once for each of its thousands of samples.
    if (!units.has(sample.name)) units.set(sample.name, guessUnit(sample.name, sample.help));
    readings.push(readingOf(sample, value, settings.prefix, units.get(sample.name)));
  }
  return collectReadings(readings);
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

function withoutPrefix(name: string, prefix: string): string {
  return name.startsWith(prefix) && name.length > prefix.length ? name.slice(prefix.length) : name;
}

function metaOf(unit: string | undefined, label: string | undefined): KeyMeta {
  return { kind: "series", ...(unit === undefined ? {} : { unit }), ...(label === undefined ? {} : { label }) };
}
