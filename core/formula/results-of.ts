import { isExact, matches } from "../keys/pattern";
import { starsOf } from "../keys/stars-of";
import { aggregates, negative, operators, pointwise } from "./at-once";
import { Constant, type Course, Input, Pointwise, Windowed } from "./course";
import type { Expression, KeysExpression } from "./expression";
import { windows } from "./over-span";
import type { Formula } from "./parse-formula";
import { sharedUnit, type Unit, unitOfAggregate, unitOfOperation, unitOfWindowed } from "./result-unit";

/** Keys that one formula may read: beyond, a browser would be busy with it alone. */
const MAX_KEYS = 500;

/** A key that is there. */
export interface FormulaKey {
  readonly key: string;
  readonly unit: string | undefined;
}

/** What a formula reads of one key, and where that is put. */
export interface Read {
  readonly key: string;
  readonly path: string | null;
  readonly input: Input;
}

/** One result of a formula, to be worked out. */
export interface Result {
  /** What the `*` of its keys stand for; none where no `*` is outside of `sum` and its kin. */
  readonly labels: readonly string[];
  readonly unit: string | undefined;
  readonly reads: readonly Read[];
  readonly course: Course;
}

export type Results =
  | { readonly ok: true; readonly results: readonly Result[] }
  | { readonly ok: false; readonly message: string };

/**
 * What a formula comes to over the keys that are there, by name: one result, or one for each match of the `*` of its
 * patterns. Where several patterns have a `*`, what belongs together has the same in its place: `{node.*.used} /
 * {node.*.total}` divides by host. A key without one goes with each.
 */
export function resultsOf(formula: Formula, keys: readonly FormulaKey[]): Results {
  const count = formula.keys.reduce((sum, one) => sum + keys.filter(({ key }) => matches(one.pattern, key)).length, 0);
  if (count > MAX_KEYS)
    return { ok: false, message: `It reads ${count} keys, and may read ${MAX_KEYS}: write narrower patterns.` };
  const { members } = new Making(keys).several(formula.expression);
  const results = members.map(({ unit, reads, ...rest }) => ({ ...rest, unit: unit ?? undefined, reads: [...reads] }));
  return { ok: true, results };
}

interface Member {
  readonly labels: readonly string[];
  readonly unit: Unit;
  readonly course: Course;
  readonly reads: ReadonlySet<Read>;
}

/** `stars`: how many labels each member has. */
interface Several {
  readonly stars: number;
  readonly members: readonly Member[];
}

/** How what several expressions come to makes one: its unit, and how it is worked out. */
interface Combination {
  readonly unit: (units: readonly Unit[]) => Unit;
  readonly course: (courses: readonly Course[]) => Course;
}

class Making {
  readonly #keys: readonly FormulaKey[];
  /** A key that is read twice is put in one place. */
  readonly #reads = new Map<string, Read>();

  constructor(keys: readonly FormulaKey[]) {
    this.#keys = keys;
  }

  several(expression: Expression): Several {
    switch (expression.type) {
      case "number":
        return bare(new Constant(expression.value));
      case "variable":
        return bare(new Input());
      case "keys":
        return this.#readOf(expression);
      case "negative": {
        const course = (inputs: readonly Course[]) => new Pointwise(inputs, negative);
        return joined([this.several(expression.of)], { unit: sharedUnit, course });
      }
      case "binary": {
        const { operator, left, right } = expression;
        return joined([this.several(left), this.several(right)], {
          unit: ([a, b]) => unitOfOperation(operator, a, b),
          course: (inputs) => new Pointwise(inputs, operators[operator]),
        });
      }
      case "pointwise": {
        const course = (inputs: readonly Course[]) => new Pointwise(inputs, pointwise[expression.name]);
        return joined(
          expression.args.map((arg) => this.several(arg)),
          { unit: sharedUnit, course },
        );
      }
      case "aggregate": {
        const { name, args } = expression;
        const members = args.flatMap((arg) => this.several(arg).members);
        const unit = (units: readonly Unit[]) => unitOfAggregate(name, units);
        const course = (inputs: readonly Course[]) => new Pointwise(inputs, aggregates[name]);
        return { stars: 0, members: [together([], members, { unit, course })] };
      }
      case "windowed": {
        const { name, of, span } = expression;
        const course = ([input = new Input()]: readonly Course[]) => new Windowed(input, span, windows[name]);
        return joined([this.several(of)], { unit: ([unit]) => unitOfWindowed(name, unit), course });
      }
    }
  }

  #readOf({ pattern, path }: KeysExpression): Several {
    const stars = pattern.split(".").filter((segment) => segment === "*").length;
    const found = this.#keys.filter(({ key }) => matches(pattern, key));
    // A key without `*` is read before it is there, too: what it comes to is not known until then.
    const read = isExact(pattern) && found.length === 0 ? [{ key: pattern, unit: undefined }] : found;
    const members = read.map(({ key, unit }): Member => {
      const one = this.#read(key, path);
      const labels = starsOf(pattern, key);
      return { labels, unit: path === null ? unit : undefined, course: one.input, reads: new Set([one]) };
    });
    return { stars, members };
  }

  #read(key: string, path: string | null): Read {
    const name = `${key} ${path ?? ""}`;
    const read = this.#reads.get(name) ?? { key, path, input: new Input() };
    this.#reads.set(name, read);
    return read;
  }
}

function bare(course: Course): Several {
  return { stars: 0, members: [{ labels: [], unit: null, course, reads: new Set() }] };
}

/** One for each member of the one with the most `*`, with those of the others that have the same in their places. */
function joined(all: readonly Several[], combination: Combination): Several {
  const widest = all.reduce((a, b) => (b.stars > a.stars ? b : a));
  const byLabels = all.map(({ members }) => new Map(members.map((one) => [one.labels.join(" "), one])));
  const members = widest.members.flatMap(({ labels }) => {
    const parts = all.flatMap(({ stars }, i) => byLabels[i]?.get(labels.slice(0, stars).join(" ")) ?? []);
    return parts.length === all.length ? together(labels, parts, combination) : [];
  });
  return { stars: widest.stars, members };
}

function together(labels: readonly string[], parts: readonly Member[], { unit, course }: Combination): Member {
  return {
    labels,
    unit: unit(parts.map((part) => part.unit)),
    course: course(parts.map((part) => part.course)),
    reads: new Set(parts.flatMap(({ reads }) => [...reads])),
  };
}
