/** A `{pattern}` or `{pattern | path}` of a formula. Places are from 0. */
export interface Braces {
  /** The pattern as it is written, without the blanks around it. */
  readonly pattern: string;
  readonly start: number;
  readonly end: number;
  /** Without the blanks around it; null: there is no `|`. */
  readonly path: string | null;
  /** Behind the closing brace. */
  readonly behind: number;
}

/** The braces that open at a place; null: they do not close. */
export function bracesAt(text: string, at: number): Braces | null {
  const open = /^(?:[^${}|]|\$\{\w+\}|\$)*/.exec(text.slice(at + 1))?.[0] ?? "";
  const pattern = open.trim();
  const start = at + 1 + open.length - open.trimStart().length;
  const next = at + 1 + open.length;
  const found = { pattern, start, end: start + pattern.length };
  if (text[next] === "}") return { ...found, path: null, behind: next + 1 };
  const end = text[next] === "|" ? endOfPath(text, next + 1) : -1;
  return end === -1 ? null : { ...found, path: text.slice(next + 1, end).trim(), behind: end + 1 };
}

/** All braces of a formula, in their order; none where some do not close. `${name}` outside of them is a variable. */
export function bracesIn(text: string): Braces[] {
  const all: Braces[] = [];
  let at = text.indexOf("{");
  while (at !== -1) {
    const braces = text[at - 1] === "$" ? null : bracesAt(text, at);
    if (braces) all.push(braces);
    else if (text[at - 1] !== "$") return [];
    at = text.indexOf("{", braces?.behind ?? at + 1);
  }
  return all;
}

/** Where the brace closes: a path may have braces and quoted texts itself. -1: nowhere. */
function endOfPath(text: string, from: number): number {
  let depth = 0;
  let quote = "";
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === "\\") at++;
      else if (character === quote) quote = "";
    } else if (character === "'" || character === '"' || character === "`") quote = character;
    else if (character === "{") depth++;
    else if (character === "}" && depth-- === 0) return at;
  }
  return -1;
}
