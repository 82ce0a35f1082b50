import type { Logger } from "../../core/ports";

/** Shorter words of a secret are left alone: they would be found in every sentence. */
const SHORTEST = 6;
const MARK = "[secret]";

/** Takes secrets out of texts: whole, and word by word, since a message may quote `Bearer abc` without its first word. */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const words = secrets.flatMap((secret) => secret.split(/\s+/)).filter((word) => word.length >= SHORTEST);
  const all = [...secrets.filter((secret) => secret.trim() !== ""), ...words].sort((a, b) => b.length - a.length);
  return (text) => all.reduce((left, secret) => left.replaceAll(secret, MARK), text);
}

/** A log that secrets do not get into, wherever in the fields they are. */
export function redactedLog(log: Logger, redact: (text: string) => string): Logger {
  const clean = (fields: Readonly<Record<string, unknown>> = {}) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleanValue(value)]));
  const cleanValue = (value: unknown): unknown => {
    if (typeof value === "string") return redact(value);
    if (value instanceof Error) return redact(value.stack ?? String(value));
    return value;
  };
  return {
    info: (event, fields) => log.info(event, clean(fields)),
    warn: (event, fields) => log.warn(event, clean(fields)),
    error: (event, fields) => log.error(event, clean(fields)),
  };
}
