/** `$name`, or `${name}` where a letter follows. */
const VARIABLE = /\$(?:\{([a-z][a-z0-9_]{0,31})\}|([a-z][a-z0-9_]{0,31}))/g;

/** First segments of the engine's own keys (`$sources.prom`): no variable is called like one. */
const ENGINE: ReadonlySet<string> = new Set([
  "alerts",
  "boards",
  "followed",
  "inbox",
  "marks",
  "members",
  "presence",
  "rooms",
  "sources",
]);

export function isEngineName(name: string): boolean {
  return ENGINE.has(name);
}

/** The names of the variables in a text, each once. */
export function variablesIn(text: string): string[] {
  const names = [...text.matchAll(VARIABLE)].map(([, braced, bare = ""]) => braced ?? bare);
  return [...new Set(names)].filter((name) => !isEngineName(name));
}

/** The text with what `put` gives in place of each variable; undefined leaves it as it is written. */
export function withVariables(text: string, put: (name: string) => string | undefined): string {
  return text.replace(VARIABLE, (written: string, braced: string | undefined, bare: string | undefined) => {
    const name = braced ?? bare ?? "";
    return (isEngineName(name) ? undefined : put(name)) ?? written;
  });
}

/** The pattern that covers whatever its variables may come to: `*` in place of each segment with one. */
export function widened(pattern: string): string {
  if (!pattern.includes("$")) return pattern;
  const segments = pattern.replaceAll(/\$\{(\w+)\}/g, "$$$1").split(".");
  return segments.map((segment) => (variablesIn(segment).length > 0 ? "*" : segment)).join(".");
}
