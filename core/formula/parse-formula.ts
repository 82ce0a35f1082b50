import { type Expression, FormulaError, type FormulaProblem, type KeysExpression, type Operator } from "./expression";
import {
  argsOf,
  functionNames,
  isAggregate,
  isPointwise,
  isWindowed,
  usage,
  usualSpan,
  type WindowedName,
} from "./functions";
import { type Sign, type Token, tokensOf } from "./tokens";

/** Parentheses, signs and calls within each other, at most. */
const MAX_DEPTH = 32;
const MAX_LENGTH = 1_000;
/** How far back a function may look, in milliseconds: 90 days. */
const MAX_SPAN = 90 * 86_400_000;

export interface Formula {
  /** As it was written. */
  readonly text: string;
  readonly expression: Expression;
  /** What it reads, in the order in which it is written. */
  readonly keys: readonly KeysExpression[];
  /** How far back it looks at most, in milliseconds; 0: at nothing but what is. */
  readonly reach: number;
}

export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly problem: FormulaProblem };

/** Reads `= {a} / {b} * 100`. The sign in front may be missing. */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > MAX_LENGTH)
    return { ok: false, problem: { at: MAX_LENGTH + 1, message: "A formula has at most 1,000 characters." } };
  try {
    return { ok: true, formula: new Parser(text).formula() };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return { ok: false, problem: { at: error.at + 1, message: error.message } };
  }
}

/** The problem in one sentence. */
export function problemText({ at, message }: FormulaProblem): string {
  return `Character ${at}: ${message}`;
}

const strength: Readonly<Record<Operator, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "%": 2 };

function isOperator(sign: Sign): sign is Operator {
  return Object.hasOwn(strength, sign);
}

/** Precedence climbing (Pratt 1973): each operator takes what binds more strongly than itself as its right side. */
class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #keys: KeysExpression[] = [];
  #next = 0;
  #depth = 0;
  /** Calls around that make one number of many. */
  #combining = 0;
  #reach = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text, /^\s*=?/.exec(text)?.[0].length ?? 0);
  }

  formula(): Formula {
    const expression = this.#expression(0);
    const rest = this.#token();
    if (rest.type !== "end")
      throw new FormulaError(rest.at, `${nameOf(rest)} cannot stand here: an operator is missing before it.`);
    if (this.#keys.length === 0)
      throw new FormulaError(rest.at, "It reads no key: write keys in braces, as in {node.cpu}.");
    return { text: this.#text, expression, keys: this.#keys, reach: this.#reach };
  }

  #expression(above: number): Expression {
    let left = this.#operand();
    for (;;) {
      const token = this.#token();
      if (token.type !== "sign" || !isOperator(token.text) || strength[token.text] <= above) return left;
      const operator = token.text;
      this.#next++;
      const right = this.#deeper(token.at, () => this.#expression(strength[operator]));
      left = { type: "binary", operator, left, right };
    }
  }

  #operand(): Expression {
    const token = this.#take();
    switch (token.type) {
      case "number":
        return { type: "number", value: token.value };
      case "variable":
        return { type: "variable" };
      case "keys": {
        const keys: KeysExpression = { type: "keys", ...token.keys, isCombined: this.#combining > 0 };
        this.#keys.push(keys);
        return keys;
      }
      case "name":
        return this.#deeper(token.at, () => this.#call(token.text, token.at));
      case "span":
        throw new FormulaError(
          token.at,
          "A length of time stands only behind what a function looks at, as in rate(x, 5m).",
        );
      case "end":
        throw new FormulaError(token.at, "It ends too soon: a number, {keys} or a function is missing.");
      case "sign":
        return this.#deeper(token.at, () => this.#signed(token.text, token.at));
    }
  }

  #signed(sign: string, at: number): Expression {
    // A sign binds more strongly than any operator: -{a} * 2 is (-{a}) * 2.
    if (sign === "-") return { type: "negative", of: this.#operand() };
    if (sign !== "(") throw new FormulaError(at, `A number, {keys} or a function is missing before ${sign}.`);
    const inner = this.#expression(0);
    this.#close(at);
    return inner;
  }

  #call(name: string, at: number): Expression {
    const isWritten = isAggregate(name) || isPointwise(name) || isWindowed(name);
    if (!isWritten)
      throw new FormulaError(
        at,
        `There is no function "${name}": there are ${functionNames.join(", ")}. Keys stand in braces.`,
      );
    if (!this.#takes("(")) throw new FormulaError(at, `${name} is a function: write ${usage(name)}.`);
    if (isAggregate(name)) this.#combining++;
    const first = this.#expression(0);
    if (isWindowed(name)) return this.#windowed(name, first, at);
    const args = [first];
    while (this.#takes(",")) args.push(this.#expression(0));
    this.#close(at + name.length);
    if (isAggregate(name)) {
      this.#combining--;
      return { type: "aggregate", name, args };
    }
    const wanted = argsOf(name).length;
    if (args.length !== wanted)
      throw new FormulaError(at, `${name} takes ${wanted} and not ${args.length}: write ${usage(name)}.`);
    return { type: "pointwise", name, args };
  }

  #windowed(name: WindowedName, of: Expression, at: number): Expression {
    const span = this.#takes(",") ? this.#span() : usualSpan(name);
    if (span === null) throw new FormulaError(at, `How far back does it look? Write ${usage(name)}.`);
    this.#close(at + name.length);
    this.#reach += span;
    return { type: "windowed", name, of, span };
  }

  #span(): number {
    const token = this.#take();
    // Of a variable nothing is known until it is put in.
    if (token.type === "variable") return 60_000;
    if (token.type !== "span")
      throw new FormulaError(token.at, "A length of time is missing here, such as 30s, 5m, 1h or 7d.");
    if (token.value < 1_000 || token.value > MAX_SPAN) throw new FormulaError(token.at, "From 1s to 90d.");
    return token.value;
  }

  #close(opened: number): void {
    if (this.#takes(")")) return;
    const token = this.#token();
    const what = token.type === "end" ? "" : ` Before ${nameOf(token)} a sign or a comma may be missing.`;
    throw new FormulaError(token.at, `The parenthesis of character ${opened + 1} is not closed here.${what}`);
  }

  #takes(sign: string): boolean {
    const token = this.#token();
    if (token.type !== "sign" || token.text !== sign) return false;
    this.#next++;
    return true;
  }

  #take(): Token {
    const token = this.#token();
    this.#next++;
    return token;
  }

  #token(): Token {
    return this.#tokens[this.#next] ?? { type: "end", at: this.#text.length };
  }

  #deeper<T>(at: number, read: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw new FormulaError(at, `It is nested too deep: at most ${MAX_DEPTH} levels.`);
    const found = read();
    this.#depth--;
    return found;
  }
}

function nameOf(token: Token): string {
  switch (token.type) {
    case "keys":
      return `{${token.keys.pattern}}`;
    case "name":
    case "sign":
      return `"${token.text}"`;
    case "variable":
      return "a variable";
    case "number":
    case "span":
      return "a number";
    case "end":
      return "the end";
  }
}
