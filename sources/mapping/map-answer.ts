import { escapeSegment } from "../../core/keys/name";
import type { Misfit, Outcome } from "../../core/sources/connector";
import { collectReadings, type NamedReading } from "../collect-readings";
import { failed } from "../failure";
import type { OwnJson } from "../json-copy";
import { guess } from "./guess";
import { mapRule } from "./map-rule";
import type { MappingRule } from "./rule";

/** The keys that the rules make of an answer. Where none of them fits it, the first is named, with what is wrong. */
export function mapAnswer(body: OwnJson, mapping: readonly MappingRule[]): Outcome {
  if (mapping.length === 0) return mapTopLevel(body);
  const readings: NamedReading[] = [];
  const misfits: Misfit[] = [];
  const wrong = new Set<string>();
  let first: string | undefined;
  for (const [i, rule] of mapping.entries()) {
    const mapped = mapRule(rule, body, `rule ${i + 1}`);
    readings.push(...mapped.readings);
    for (const { path, message } of mapped.misfits) {
      first ??= `Mapping rule ${i + 1} (${rule.path}): ${path === rule.path ? "" : `${path} `}${message}.`;
      misfits.push({ path, message });
      wrong.add(path);
    }
  }
  if (first !== undefined && readings.every(({ path }) => wrong.has(path))) return failed("bad_mapping", first);
  const outcome = collectReadings(readings);
  return outcome.ok && misfits.length > 0 ? { ...outcome, misfits } : outcome;
}

function mapTopLevel(body: OwnJson): Outcome {
  if (Array.isArray(body)) return failed("bad_mapping", "The answer is a list: add a rule that makes keys of it.");
  if (body === null || typeof body !== "object") {
    return collectReadings([topReading("value", body, "the answer")]);
  }
  const scalars = Object.entries(body).filter(([, value]) => value === null || typeof value !== "object");
  if (scalars.length === 0) {
    return failed("bad_mapping", "The answer has no plain values at its top: add a rule that says where they are.");
  }
  return collectReadings(scalars.map(([name, value]) => topReading(name, value, name)));
}

function topReading(name: string, found: OwnJson, origin: string): NamedReading {
  const { kind, value, unit } = guess(name, found);
  const path = escapeSegment(name);
  const label = path === name ? {} : { label: name };
  return { path, value, meta: { kind, ...(unit === undefined ? {} : { unit }), ...label }, origin };
}
