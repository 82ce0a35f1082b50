/**
 * JSON for a header's value, with escapes for what is not ASCII: the runtime would take that as well, and would log a
 * warning with the whole value at each connection.
 */
export function asciiJson(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
