import parsePrometheusTextFormat from "parse-prometheus-text-format";

/** One line of the text format: a metric's name, its labels and its value as written. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
  readonly help: string;
  /** It only grows, until its process starts again. */
  readonly counter?: true;
  /** It is a bucket of the histogram of this name. */
  readonly bucketOf?: string;
}

export class NotExposition extends Error {}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/**
 * The samples of a text exposition (version 0.0.4), in their order. Timestamps are dropped: a reading is as old as the
 * moment it was read. Throws NotExposition, with the reason, for anything else.
 *
 * The parser is told no types: given "histogram" or "summary" it folds all samples of a family into one and loses those
 * with labels. It also drops the last line unless a line end follows.
 */
export function parseExposition(text: string): Sample[] {
  const { plain, helps, types } = takeTypes(text);
  const samples: Sample[] = [];
  for (const { name, metrics } of parse(`${plain}\n`)) {
    if (metrics.length > 0 && !NAME.test(name)) throw new NotExposition("It is not in the Prometheus text format.");
    const base = name.replace(/_(sum|count|bucket)$/, "");
    const help = helps.get(name) ?? helps.get(base) ?? "";
    const role = roleOf(name, base, types);
    for (const { labels = {}, value = "" } of metrics) samples.push({ name, labels, value, help, ...role });
  }
  return samples;
}

function roleOf(name: string, base: string, types: ReadonlyMap<string, string>): Pick<Sample, "counter" | "bucketOf"> {
  const [own, family] = [types.get(name), types.get(base)];
  if (own === "counter") return { counter: true };
  if (own !== undefined || base === name) return {};
  if (family === "histogram" && name.endsWith("_bucket")) return { bucketOf: base };
  const grows = (family === "histogram" || family === "summary") && name.endsWith("_count");
  return grows ? { counter: true } : {};
}

function parse(text: string): ReturnType<typeof parsePrometheusTextFormat> {
  try {
    return parsePrometheusTextFormat(text);
  } catch (error) {
    throw new NotExposition("It has a line that is not in the Prometheus text format.", { cause: error });
  }
}

interface Typed {
  readonly plain: string;
  readonly helps: ReadonlyMap<string, string>;
  /** By the name of the family: counter, gauge, histogram, summary or untyped. */
  readonly types: ReadonlyMap<string, string>;
}

function takeTypes(text: string): Typed {
  const helps = new Map<string, string>();
  const types = new Map<string, string>();
  const plain = text.split("\n").filter((line) => {
    if (!line.startsWith("#")) return true;
    const [, word, name = "", rest = ""] = /^#\s+(HELP|TYPE)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
    if (word === "HELP") helps.set(name, rest.replaceAll("\\n", " ").replaceAll("\\\\", "\\").trim());
    if (word === "TYPE") types.set(name, rest.trim().toLowerCase());
    return false;
  });
  return { plain: plain.join("\n"), helps, types };
}
