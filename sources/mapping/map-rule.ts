import { escapeSegment } from "../../core/keys/name";
import type { KeyMeta } from "../../core/protocol/parts";
import type { Misfit } from "../../core/sources/connector";
import { nounOf } from "../../core/sources/hold-drifted";
import type { NamedReading } from "../collect-readings";
import { quote } from "../failure";
import type { OwnJson } from "../json-copy";
import { compileExpression, type Expression, ExpressionError } from "./expression";
import { type Guess, guess, guessUnit } from "./guess";
import type { MappingRule } from "./rule";
import { leads } from "./steps";

/** What is wrong with a rule, at which of its fields, for this answer. */
export interface RuleMisfit extends Misfit {
  readonly field: "expression" | "id" | "value";
}

export interface Mapped {
  readonly readings: readonly NamedReading[];
  readonly misfits: readonly RuleMisfit[];
}

/** The keys that one rule makes of an answer. `name`: what it is called in sentences. Never throws. */
export function mapRule(rule: MappingRule, body: OwnJson, name: string): Mapped {
  return caught(() => {
    const expression = at(rule.path, "expression", () => compileExpression(rule.expression));
    const found = at(rule.path, "expression", () => expression.find(body));
    return rule.id === undefined ? mapOne(rule, expression, found, body, name) : mapEach(rule, rule.id, found, name);
  });
}

function mapOne(rule: MappingRule, expression: Expression, found: OwnJson, body: OwnJson, name: string): Mapped {
  const { path, label } = rule;
  const { value, meta, anything, wrong } = valueOf(rule, expression, found);
  const reading = { path, value, meta: labelled(meta, label), ...anything, origin: name };
  const lacks = expression.steps !== null && !leads(expression.steps, body);
  const message = lacks ? `the answer has no ${quote(rule.expression)}` : wrong;
  return { readings: [reading], misfits: message === undefined ? [] : [{ path, field: "expression", message }] };
}

function mapEach(rule: MappingRule, idText: string, list: OwnJson, name: string): Mapped {
  const { path } = rule;
  const id = at(path, "id", () => compileExpression(idText));
  const value = rule.value === undefined ? null : at(path, "value", () => compileExpression(rule.value ?? ""));
  if (!Array.isArray(list)) {
    const message = `needs a list, whose elements it names, but finds ${nounOf(list)}`;
    throw new Wrong({ path, field: "expression", message });
  }
  const each = list.map((element, i) => caught(() => mapElement(rule, id, value, element, [name, `element ${i + 1}`])));
  return { readings: each.flatMap(({ readings }) => readings), misfits: each.flatMap(({ misfits }) => misfits) };
}

function mapElement(
  rule: MappingRule,
  id: Expression,
  value: Expression | null,
  element: OwnJson,
  [name, place]: readonly [string, string],
): Mapped {
  const text = textOfId(
    at(rule.path, "id", () => id.find(element)),
    rule.path,
    place,
  );
  const segment = escapeSegment(text);
  const path = `${rule.path}.${segment}`;
  const found = value === null ? element : at(path, "value", () => value.find(element));
  const { value: made, meta, anything, wrong } = valueOf(rule, value, found);
  const shown = segment === text && rule.label === undefined ? undefined : text;
  const label = [rule.label, shown].filter((part) => part !== undefined).join(" ");
  const own = labelled(meta, label === "" ? undefined : label);
  const reading = { path, value: made, meta: own, ...anything, origin: `${name}, ${place} (${text})` };
  return { readings: [reading], misfits: wrong === undefined ? [] : [{ path, field: "value", message: wrong }] };
}

function textOfId(id: OwnJson, path: string, place: string): string {
  if (typeof id === "number" || (typeof id === "string" && id !== "")) return String(id);
  const message = `${place} has ${nounOf(id)} for its id, and it needs a text or a number`;
  throw new Wrong({ path, field: "id", message });
}

function labelled(meta: KeyMeta, label: string | undefined): KeyMeta {
  return label === undefined ? meta : { ...meta, label };
}

interface Made {
  readonly value: OwnJson;
  readonly meta: KeyMeta;
  readonly anything: { readonly anything?: true };
  /** Why the value is null instead of what was found. */
  readonly wrong?: string;
}

/** What a rule makes of what it found: by what it says, and by a guess for what it leaves open. */
function valueOf(rule: MappingRule, expression: Expression | null, found: OwnJson): Made {
  const last = expression?.steps?.at(-1);
  const guessed = guess(typeof last === "string" ? last : rule.path, found);
  const value = rule.kind === "value" ? found : guessed.value;
  const numeric = rule.kind === "series" || (rule.kind === undefined && rule.scale !== undefined);
  const kind = rule.kind ?? (numeric ? "series" : guessed.kind);
  const unit = unitOf(rule, guessed, value);
  const meta: KeyMeta = { kind, ...(unit === undefined ? {} : { unit }) };
  const anything = rule.kind === "value" ? ({ anything: true } as const) : {};
  if (typeof value === "number") return { value: finite(value * (rule.scale ?? 1)), meta, anything };
  if (!numeric || value === null) return { value, meta, anything };
  const advice = typeof value === "string" ? "; to_number(…) turns a text into one" : "";
  return { value: null, meta, anything, wrong: `needs a number, but finds ${nounOf(value)}${advice}` };
}

/** A number that is scaled no longer has the unit that upstream's name for it ends with; the key's own name holds. */
function unitOf({ unit, scale, path }: MappingRule, guessed: Guess, value: OwnJson): string | undefined {
  if (unit !== undefined) return unit === "none" ? undefined : unit;
  const byUpstream = scale === undefined ? guessed.unit : undefined;
  return byUpstream ?? (typeof value === "number" ? guessUnit(path) : undefined);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Ends the work on a rule, or on one element of its list. Does not leave this file. */
class Wrong extends Error {
  readonly misfit: RuleMisfit;

  constructor(misfit: RuleMisfit) {
    super(misfit.message);
    this.misfit = misfit;
  }
}

function caught(work: () => Mapped): Mapped {
  try {
    return work();
  } catch (error) {
    if (error instanceof Wrong) return { readings: [], misfits: [error.misfit] };
    throw error;
  }
}

/** Says at which key and field an expression went wrong. */
function at<T>(path: string, field: RuleMisfit["field"], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof ExpressionError ? new Wrong({ path, field, message: error.message }) : error;
  }
}
