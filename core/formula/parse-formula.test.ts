import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { type ParsedFormula, parseFormula } from "./parse-formula";

/** A formula with all its parentheses. */
function shape(parsed: ParsedFormula): string {
  if (!parsed.ok) return `${parsed.problem.at}: ${parsed.problem.message}`;
  const write = (one: typeof parsed.formula.expression): string => {
    switch (one.type) {
      case "number":
        return String(one.value);
      case "variable":
        return "$";
      case "keys":
        return one.path === null ? `{${one.pattern}}` : `{${one.pattern}|${one.path}}`;
      case "negative":
        return `(-${write(one.of)})`;
      case "binary":
        return `(${write(one.left)}${one.operator}${write(one.right)})`;
      case "aggregate":
      case "pointwise":
        return `${one.name}(${one.args.map(write).join(",")})`;
      case "windowed":
        return `${one.name}(${write(one.of)},${one.span})`;
    }
  };
  return write(parsed.formula.expression);
}

test.each([
  ["= {a} + {b} * 2", "({a}+({b}*2))"],
  ["={a}-{b}-{c}", "(({a}-{b})-{c})"],
  ["= -{a} * 2", "((-{a})*2)"],
  ["= ({a} + {b}) / 2 % 3", "((({a}+{b})/2)%3)"],
  ["= {a} - -1.5e3", "({a}-(-1500))"],
  ["= sum({node.*.used}) / count({node.*.used})", "(sum({node.*.used})/count({node.*.used}))"],
  ["= rate({a.total})", "rate({a.total},60000)"],
  ["= avg_over({a} / {b}, 1.5h)", "avg_over(({a}/{b}),5400000)"],
  ["= clamp({a}, 0, 100)", "clamp({a},0,100)"],
  ["= { shop.stats | orders[?state == 'o}pen'] | length(@) }", "{shop.stats|orders[?state == 'o}pen'] | length(@)}"],
  ["= {a | {x: y}.x}", "{a|{x: y}.x}"],
  ["= {node.${host}.cpu} * $factor", "({node.*.cpu}*$)"],
  ["= {$sources.a | keys}", "{$sources.a|keys}"],
])("[FX1] %s is read as %s", (text, expected) => expect(shape(parseFormula(text))).toBe(expected));

test.each([
  ["= {a} +", 8, "ends too soon"],
  ["= * 2", 3, "missing before *"],
  ["= {a} {b}", 7, "operator is missing"],
  ["= {a b}", 4, "is no key"],
  ["= {a", 3, "no } behind"],
  ["= {a | }", 6, "JMESPath"],
  ["= 5", 4, "reads no key"],
  ["= node.cpu", 3, "in braces: {node.cpu}"],
  ["= load * 2", 3, 'no function "load"'],
  ["= toString({a})", 3, 'no function "toString"'],
  ["= sum {a}", 3, "write sum(x)"],
  ["= sum({a}", 10, "parenthesis of character 6"],
  ["= avg_over({a})", 3, "How far back"],
  ["= rate({a}, 5)", 13, "length of time is missing"],
  ["= rate({a}, 5x)", 14, "no unit of time"],
  ["= rate({a}, 1000d)", 13, "From 1s to 90d"],
  ["= {a} + 5m", 9, "stands only"],
  ["= clamp({a}, 1)", 3, "takes 3 and not 2"],
  ["= {a} # 1", 7, 'begins with "#"'],
  ["= {a} > 1", 7, 'begins with ">"'],
  ["= {a} * 1e999", 9, "too large"],
  [`= ${"(".repeat(40)}{a}${")".repeat(40)}`, 35, "too deep"],
  [`= {a}${" + 1".repeat(300)}`, 1_001, "at most 1,000"],
])("[FX2] %s is refused at character %i: %s", (text, at, words) => {
  const parsed = parseFormula(text);
  expect(parsed).toMatchObject({ ok: false, problem: { at, message: expect.stringContaining(words) } });
});

const piece = fc.constantFrom(
  "{a}",
  "{",
  "}",
  "|",
  "(",
  ")",
  ",",
  "+",
  "-",
  "*",
  "rate",
  "sum",
  "5m",
  "1",
  "$x",
  " ",
  "'",
  "`",
  "\\",
);
const garbage = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(piece, { maxLength: 40 }).map((all) => `= ${all.join("")}`),
);
property.prop([garbage], { numRuns: 2_000 })("[FX2] no text whatever breaks the reader", (text) => {
  const parsed = parseFormula(text);
  if (!parsed.ok) expect(parsed.problem.at).toBeGreaterThan(0);
});
