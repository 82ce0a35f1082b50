/** What a page's address asks for: `?var-host=web-1`, a name several times for several values. */
interface Search {
  getAll(name: string): string[];
}

export function parameterOf(variable: string): string {
  return `var-${variable}`;
}

/** The values that an address asks for, by the variable's name. */
export function askedIn(search: Search): (variable: string) => readonly string[] {
  return (variable) => search.getAll(parameterOf(variable));
}
