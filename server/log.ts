import type { Logger } from "../core/ports";

/**
 * One JSON line per event, as Workers Logs indexes them. Never a password, token, cookie or request body in `fields`:
 * whoever logs chooses what to name.
 */
export const log: Logger = {
  info: (event, fields) => console.log(line("info", event, fields)),
  warn: (event, fields) => console.warn(line("warn", event, fields)),
  error: (event, fields) => console.error(line("error", event, fields)),
};

function line(level: string, event: string, fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ level, event, ...fields }, (_, value: unknown) =>
    value instanceof Error ? told(value) : value,
  );
}

/** An Error has no own enumerable members, so JSON would show `{}`. */
function told(error: Error): Record<string, unknown> {
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause ? { cause: error.cause } : {}),
  };
}
