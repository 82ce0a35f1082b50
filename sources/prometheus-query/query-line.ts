/** A question as its line says it: `cpu = 100 * avg(…) # %`. */
export interface QueryLine {
  /** The path that its keys begin with. */
  readonly name: string;
  /** PromQL. */
  readonly query: string;
  readonly unit: string | undefined;
}

const LINE = /^([A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\s*=(?![=~])\s*(\S.*)$/s;
/** PromQL takes the rest of a line after # for a comment: here it is the unit. */
const UNIT = /\s#\s*(\S{1,32})$/;

/** Null for what is no such line. */
export function readQueryLine(line: string): QueryLine | null {
  const [, name, text] = LINE.exec(line.trim()) ?? [];
  if (name === undefined || text === undefined) return null;
  const [all, unit] = UNIT.exec(text) ?? [];
  const query = all === undefined ? text : text.slice(0, -all.length);
  return { name, query: query.trim(), unit };
}
