import { isWritten } from "../../core/sources/written";
import type { Template } from "./template";

/** A template as pages show it: what it is made of stays on the server. */
export function listed(template: Template) {
  const { slug, title, about, icon, asks, shows } = template;
  const [source] = template.sources(Object.fromEntries(asks.map(({ name, initial = "" }) => [name, initial])));
  const isAsked = source !== undefined && !isWritten(source.kind);
  const interval = isAsked ? source.interval : null;
  return { slug, title, about, icon, asks: asks.length > 0, isAsked, interval, ...(shows ? { shows } : {}) };
}
