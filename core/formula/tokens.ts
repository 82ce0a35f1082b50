import { variablesIn, widened } from "../boards/variable-text";
import { isPattern } from "../keys/pattern";
import { bracesAt } from "./braces";
import { FormulaError, type KeysExpression } from "./expression";

export type Sign = "+" | "-" | "*" | "/" | "%" | "(" | ")" | ",";
const signs: ReadonlySet<string> = new Set<Sign>(["+", "-", "*", "/", "%", "(", ")", ","]);

/** A piece of a formula; `at`: where it begins, from 0. */
export type Token = { readonly at: number } & (
  | { readonly type: "number"; readonly value: number }
  /** In milliseconds. */
  | { readonly type: "span"; readonly value: number }
  | { readonly type: "keys"; readonly keys: Omit<KeysExpression, "type" | "isCombined"> }
  | { readonly type: "name"; readonly text: string }
  | { readonly type: "variable" }
  | { readonly type: "sign"; readonly text: Sign }
  | { readonly type: "end" }
);

const BLANK = /\s+/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?/iy;
const WORD = /[A-Za-z_]\w*/y;
/** What somebody writes who forgot the braces. */
const BARE_KEY = /[A-Za-z_]\w*(?:\.[\w*-]+)+/y;
const VARIABLE = /\$(?:\{[a-z]\w{0,31}\}|[a-z]\w{0,31})/y;
const units: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 6e4, h: 3.6e6, d: 8.64e7, w: 6.048e8 };

/** The pieces of a formula from a place on, an end behind them. Throws FormulaError. */
export function tokensOf(text: string, from: number): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < text.length) {
    const blank = found(BLANK, text, at);
    if (blank === null) {
      const [token, end] = tokenAt(text, at);
      tokens.push(token);
      at = end;
    } else at += blank.length;
  }
  return [...tokens, { type: "end", at: text.length }];
}

function tokenAt(text: string, at: number): [Token, end: number] {
  if (text[at] === "{") return keysAt(text, at);
  const number = found(NUMBER, text, at);
  if (number !== null) return numberAt(text, at, number);
  const sign = text[at] ?? "";
  if (isSign(sign)) return [{ type: "sign", text: sign, at }, at + 1];
  const bare = found(BARE_KEY, text, at);
  if (bare !== null) throw new FormulaError(at, `Keys stand in braces: {${bare}}.`);
  const name = found(WORD, text, at);
  if (name !== null) return [{ type: "name", text: name, at }, at + name.length];
  const variable = found(VARIABLE, text, at);
  if (variable === null) throw new FormulaError(at, `Nothing in a formula begins with ${shown(text, at)}.`);
  if (variablesIn(variable).length === 0)
    throw new FormulaError(at, `${variable} is no variable: keys stand in braces.`);
  return [{ type: "variable", at }, at + variable.length];
}

function numberAt(text: string, at: number, written: string): [Token, end: number] {
  const value = Number(written);
  if (!Number.isFinite(value)) throw new FormulaError(at, "This number is too large.");
  const end = at + written.length;
  const unit = found(WORD, text, end);
  if (unit === null) return [{ type: "number", value, at }, end];
  const milliseconds = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (milliseconds === undefined)
    throw new FormulaError(end, `"${unit}" is no unit of time: ms, s, m, h, d and w are. To multiply, write *.`);
  return [{ type: "span", value: value * milliseconds, at }, end + unit.length];
}

/** `{pattern}` or `{pattern | path}`. */
function keysAt(text: string, at: number): [Token, end: number] {
  const braces = bracesAt(text, at);
  if (braces === null) throw new FormulaError(at, "This { has no } behind it.");
  const { start, end, path, behind } = braces;
  const pattern = widened(braces.pattern);
  if (!isPattern(pattern))
    throw new FormulaError(
      start,
      `"${braces.pattern.slice(0, 60)}" is no key: write one as {node.cpu} or {node.*.cpu}.`,
    );
  if (path === "")
    throw new FormulaError(
      text.indexOf("|", end),
      "Behind the | stands a JMESPath expression, as in {shop.stats | orders.open}.",
    );
  return [{ type: "keys", keys: { pattern, path, start, end }, at }, behind];
}

function isSign(character: string): character is Sign {
  return signs.has(character);
}

function found(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** The character at a place, whole. */
function shown(text: string, at: number): string {
  return JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
