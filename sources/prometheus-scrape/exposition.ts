import parsePrometheusTextFormat from "parse-prometheus-text-format";

/** One line of the text format: a metric's name, its labels and its value as written. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: string;
  readonly help: string;
}

export class NotExposition extends Error {}

const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;

/**
 * The samples of a text exposition (version 0.0.4), in their order. Buckets of histograms are left out: a key each
 * would be hundreds of series of which no panel shows one; sums, counts and quantiles stay. Timestamps are dropped: a
 * reading is as old as the moment it was read. Throws NotExposition, with the reason, for anything else.
 *
 * The parser is told no types: given "histogram" or "summary" it folds all samples of a family into one and loses those
 * with labels. It also drops the last line unless a line end follows.
 */
export function parseExposition(text: string): Sample[] {
  const { plain, helps, histograms } = takeTypes(text);
  const samples: Sample[] = [];
  for (const { name, metrics } of parse(`${plain}\n`)) {
    if (metrics.length > 0 && !NAME.test(name)) throw new NotExposition("It is not in the Prometheus text format.");
    if (name.endsWith("_bucket") && histograms.has(name.slice(0, -"_bucket".length))) continue;
    const help = helps.get(name) ?? helps.get(name.replace(/_(sum|count)$/, "")) ?? "";
    for (const { labels = {}, value = "" } of metrics) samples.push({ name, labels, value, help });
  }
  return samples;
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
  readonly histograms: ReadonlySet<string>;
}

function takeTypes(text: string): Typed {
  const helps = new Map<string, string>();
  const histograms = new Set<string>();
  const plain = text.split("\n").filter((line) => {
    if (!line.startsWith("#")) return true;
    const [, word, name = "", rest = ""] = /^#\s+(HELP|TYPE)\s+(\S+)\s*(.*)$/.exec(line) ?? [];
    if (word === "HELP") helps.set(name, rest.replaceAll("\\n", " ").replaceAll("\\\\", "\\").trim());
    if (word === "TYPE" && rest.trim().toLowerCase() === "histogram") histograms.add(name);
    return false;
  });
  return { plain: plain.join("\n"), helps, histograms };
}
