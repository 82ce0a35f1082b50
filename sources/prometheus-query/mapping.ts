import type { Json } from "../../core/json";
import type { KeyMeta } from "../../core/protocol/parts";
import type { NamedReading } from "../collect-readings";
import { parseSampleValue } from "../prometheus-scrape/sample-value";
import { asWritten, inOrder, type Labels, seriesName } from "../prometheus-scrape/series-name";
import { guessUnit } from "../prometheus-scrape/unit";
import type { Data } from "./answer";
import type { QueryLine } from "./query-line";

/** What is known of one series: a number now, or those of a range, as rows told apart by their time. */
interface Found {
  readonly value: Json;
  readonly kind: KeyMeta["kind"];
}

/** The keys of one query. One that finds nothing makes a key all the same: null. */
export function readingsOf(line: QueryLine, data: Data, wanted: readonly string[]): NamedReading[] {
  switch (data.resultType) {
    case "string":
      return [named(line, [], { value: data.result[1], kind: "value" })];
    case "scalar":
      return [named(line, [], now(data.result[1]))];
    case "vector":
      return orNothing(
        line,
        data.result.flatMap(({ metric, value }) => (value ? [named(line, chosen(metric, wanted), now(value[1]))] : [])),
      );
    case "matrix":
      return orNothing(
        line,
        data.result.flatMap(({ metric, values }) =>
          values ? [named(line, chosen(metric, wanted), { value: values.map(row), kind: "value" })] : [],
        ),
      );
  }
}

function now(text: string): Found {
  return { value: parseSampleValue(text) ?? null, kind: "series" };
}

function row([seconds, text]: readonly [number, string]): Json {
  return { at: new Date(seconds * 1_000).toISOString(), value: parseSampleValue(text) ?? null };
}

function orNothing(line: QueryLine, readings: NamedReading[]): NamedReading[] {
  return readings.length > 0 ? readings : [named(line, [], { value: null, kind: "series" })];
}

function chosen(labels: Readonly<Record<string, string>>, wanted: readonly string[]): Labels {
  if (wanted.length === 0) return inOrder(labels).filter(([name]) => name !== "__name__");
  return wanted.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]] as const]));
}

function named(
  { name, query, unit = guessUnit(query, "") }: QueryLine,
  labels: Labels,
  { value, kind }: Found,
): NamedReading {
  const { path, label } = seriesName(name, labels);
  const meta = { kind, ...(unit === undefined ? {} : { unit }), ...(label === undefined ? {} : { label }) };
  return { path, value, meta, origin: asWritten(name, labels) };
}
