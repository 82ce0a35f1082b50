import { escapeSegment } from "../../core/keys/name";
import type { KeyMeta } from "../../core/protocol/parts";
import type { Outcome } from "../../core/sources/connector";
import { collectReadings, type NamedReading } from "../collect-readings";
import { failed } from "../failure";
import type { OwnJson } from "../json-copy";
import { compileExpression, ExpressionError } from "./expression";
import type { MappingRule } from "./settings";

/** The keys that the rules make of an answer. The first rule that does not work is named, with what is wrong. */
export function mapAnswer(body: OwnJson, mapping: readonly MappingRule[]): Outcome {
  if (mapping.length === 0) return mapTopLevel(body);
  const readings: NamedReading[] = [];
  for (const [i, rule] of mapping.entries()) {
    try {
      readings.push(...readingsOf(rule, body, `rule ${i + 1}`));
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      return failed("bad_mapping", `Mapping rule ${i + 1} (${rule.path}): ${error.message}.`);
    }
  }
  return collectReadings(readings);
}

function mapTopLevel(body: OwnJson): Outcome {
  if (Array.isArray(body)) return failed("bad_mapping", "The answer is a list: add a rule that makes keys of it.");
  if (body === null || typeof body !== "object") {
    return collectReadings([{ path: "value", value: body, meta: { kind: kindOf(body) }, origin: "the answer" }]);
  }
  const scalars = Object.entries(body).filter(([, value]) => value === null || typeof value !== "object");
  if (scalars.length === 0) {
    return failed("bad_mapping", "The answer has no plain values at its top: add a rule that says where they are.");
  }
  return collectReadings(
    scalars.map(([name, value]) => {
      const path = escapeSegment(name);
      const meta = { kind: kindOf(value), ...(path === name ? {} : { label: name }) };
      return { path, value, meta, origin: name };
    }),
  );
}

function readingsOf(rule: MappingRule, body: OwnJson, name: string): NamedReading[] {
  const found = compileExpression(rule.expression)(body);
  if (rule.id === undefined) return [readingOf(rule, rule.path, found, rule.label, name)];
  if (!Array.isArray(found))
    throw new ExpressionError(`it names its elements, so it needs a list, but finds ${nounOf(found)}`);
  const idOf = compileExpression(rule.id);
  const valueOf = rule.value === undefined ? (element: OwnJson) => element : compileExpression(rule.value);
  return found.map((element: OwnJson, i) => {
    const id = textOfId(idOf(element), i);
    const segment = escapeSegment(id);
    const label = [rule.label, segment === id && rule.label === undefined ? undefined : id].filter(
      (part) => part !== undefined,
    );
    const path = `${rule.path}.${segment}`;
    const origin = `${name}, element ${i + 1} (${id})`;
    return readingOf(rule, path, valueOf(element), label.length === 0 ? undefined : label.join(" "), origin);
  });
}

function textOfId(id: OwnJson, index: number): string {
  if (typeof id === "number" || (typeof id === "string" && id !== "")) return String(id);
  throw new ExpressionError(`element ${index + 1} has ${nounOf(id)} for its id, and it needs a text or a number`);
}

function readingOf(
  rule: MappingRule,
  path: string,
  found: OwnJson,
  label: string | undefined,
  origin: string,
): NamedReading {
  const numeric = rule.kind === "series" || rule.scale !== undefined;
  if (numeric && found !== null && typeof found !== "number") {
    const advice = typeof found === "string" ? "; to_number(…) turns a text into one" : "";
    throw new ExpressionError(`${path} needs a number, but finds ${nounOf(found)}${advice}`);
  }
  const value = typeof found === "number" ? finite(found * (rule.scale ?? 1)) : found;
  const kind = rule.kind ?? (numeric ? "series" : kindOf(found));
  return { path, value, meta: metaOf(kind, rule.unit, label), origin };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function kindOf(value: OwnJson): "series" | "value" {
  return typeof value === "number" ? "series" : "value";
}

function metaOf(kind: KeyMeta["kind"], unit: string | undefined, label: string | undefined): KeyMeta {
  return { kind, ...(unit === undefined ? {} : { unit }), ...(label === undefined ? {} : { label }) };
}

function nounOf(value: OwnJson): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return "a text";
  return typeof value === "number" ? "a number" : "true or false";
}
