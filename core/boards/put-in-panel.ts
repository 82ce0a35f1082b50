import type { Chosen } from "./chosen-values";
import type { LinePanel, Panel } from "./document";
import { putInReference, type ValueOf } from "./put-in-reference";
import { referencesOf } from "./references-of";
import { ALL } from "./variable";
import { variablesIn, withVariables } from "./variable-text";

/** Entries that one entry may come to, where its variables have several values. */
const MOST = 50;

/**
 * A panel with the values of its variables. An entry of several that its variables have several values for becomes one
 * for each; a single key is that of the first.
 */
export function putInPanel(panel: Panel, chosen: Chosen): Panel {
  if (!JSON.stringify(panel).includes("$")) return panel;
  const title = putInText(panel.title, chosen);
  const one = (reference: string) => putInReference(reference, combinations([reference], chosen)[0] ?? nothing);
  // What shows the first of several values is called by that one.
  const titleOfOne = putInText(
    panel.title,
    firstOnly(
      chosen,
      referencesOf(panel).map(({ text }) => text),
    ),
  );
  switch (panel.type) {
    case "stat":
      return { ...panel, title: titleOfOne, key: one(panel.key), ...(panel.of !== undefined && { of: one(panel.of) }) };
    case "line":
    case "bar":
    case "pie":
      return { ...panel, title, series: panel.series.flatMap((entry) => putInSeries(entry, chosen)) };
    case "grid":
    case "table": {
      const keys = panel.keys.flatMap((key) =>
        combinations([key], chosen).map((valueOf) => putInReference(key, valueOf)),
      );
      return { ...panel, title, keys: [...new Set(keys)] };
    }
    case "gauge":
    case "list":
    case "note":
    case "events":
      return { ...panel, title: titleOfOne, key: one(panel.key) };
    case "text":
      return { ...panel, title, text: withVariables(panel.text, (name) => inMarkdown(textOf(name, chosen))) };
    case "section":
    case "status":
    case "discussion":
    case "followed":
      return { ...panel, title };
  }
}

function putInSeries({ key, name }: LinePanel["series"][number], chosen: Chosen): LinePanel["series"] {
  return combinations([key], chosen).map((valueOf) => ({
    key: putInReference(key, valueOf),
    ...(name !== undefined && { name: withVariables(name, (of) => words(valueOf(of)) ?? textOf(of, chosen)) }),
  }));
}

/** What a person reads for a variable: its values, or that it is all. A name that is none stays as it is. */
export function putInText(text: string, chosen: Chosen): string {
  return withVariables(text, (name) => textOf(name, chosen));
}

function textOf(name: string, chosen: Chosen): string | undefined {
  return chosen
    .get(name)
    ?.map((value) => words(value) ?? "")
    .join(", ");
}

function words(value: string | undefined): string | undefined {
  return value === ALL || value === "" ? "all" : value;
}

/** Each combination of the values of the variables in these texts. */
function combinations(texts: readonly string[], chosen: Chosen): ValueOf[] {
  const names = [...new Set(texts.flatMap(variablesIn))].filter((name) => chosen.has(name));
  let found: ReadonlyMap<string, string>[] = [new Map()];
  for (const name of names) {
    const values = (chosen.get(name) ?? []).map((value) => (value === "" ? ALL : value));
    found = found.flatMap((held) => values.map((value) => new Map([...held, [name, value]]))).slice(0, MOST);
  }
  return found.map((held) => (name) => held.get(name));
}

function firstOnly(chosen: Chosen, references: readonly string[]): Chosen {
  const used = new Set(references.flatMap(variablesIn));
  return new Map([...chosen].map(([name, values]) => [name, used.has(name) ? values.slice(0, 1) : values]));
}

const nothing: ValueOf = () => undefined;

/** A text that Markdown takes for nothing but itself. */
function inMarkdown(text: string | undefined): string | undefined {
  return text?.replaceAll(/[\\`*_{}[\]()#+\-.!|<>~&:/@]/g, "\\$&");
}
