import { cpus, platform } from "node:os";

/** Prints a table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((text, i) => Math.max(text.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((text, i) => text.padEnd(widths[i] ?? 0)).join(" | ")} |`;
  console.log([line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line), ""].join("\n"));
}

/** What figures are worth nothing without. */
export function printMachine(): void {
  const [one] = cpus();
  const day = new Date().toISOString().slice(0, 10);
  console.log(`\n${day} · ${cpus().length} × ${one?.model.trim()} · ${platform()} · Node ${process.version}\n`);
}
