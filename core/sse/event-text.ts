/**
 * One event as the HTML standard writes it: its name, what a client names as Last-Event-ID from then on, and its data.
 * JSON text has no line ends of its own, so one `data:` line holds all of it.
 */
export function eventText(event: string, data: string, id: string | null): string {
  return `event: ${event}\n${id === null ? "" : `id: ${id}\n`}data: ${data}\n\n`;
}
