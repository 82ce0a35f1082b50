import type { BoardDocument } from "./document";
import { referencesOf } from "./references-of";
import { isEngineName, variablesIn } from "./variable-text";

/** What is wrong with a document, and where: a path as `panels[2].series[0].key`. */
export interface DocumentProblem {
  readonly path: string;
  readonly message: string;
}

/** Variables that are defined twice or not at all, each where it is. */
export function variableProblems({ variables = [], panels }: BoardDocument): DocumentProblem[] {
  const names = variables.map(({ name }) => name);
  const defined = variables.flatMap(({ name }, i) => {
    const path = `variables[${i}].name`;
    if (isEngineName(name)) return { path, message: `$${name} stands for the engine's own keys: choose another name.` };
    return names.indexOf(name) === i ? [] : { path, message: `Another variable is called ${name}.` };
  });
  const missing = (name: string) => `No variable of this board is called ${name}.`;
  const used = panels.flatMap((panel, i) => [
    ...(panel.repeat === undefined || names.includes(panel.repeat)
      ? []
      : [{ path: `panels[${i}].repeat`, message: missing(panel.repeat) }]),
    ...referencesOf(panel).flatMap(({ path, text }) => {
      const name = variablesIn(text).find((one) => !names.includes(one));
      return name === undefined ? [] : { path: `panels[${i}].${path}`, message: missing(name) };
    }),
  ]);
  return [...defined, ...used];
}
