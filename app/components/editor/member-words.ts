import * as v from "valibot";
import { placeWords } from "../../../core/boards/place-words";
import { finite } from "../../../core/schema/finite";

const place = v.object({ x: finite(), y: finite(), w: finite(), h: finite() });

/** What members of a panel or a board are, a line each. Where there is no panel any more, that. */
export function memberWords(of: object | undefined, members: readonly string[]): string[] {
  if (of === undefined) return ["Removed"];
  if (members.length === 0) return ["Kept, with its changes"];
  const held = new Map<string, unknown>(Object.entries(of));
  return members.map((name) => `${nameOf(name)}: ${wordsOf(held.get(name))}`);
}

function nameOf(member: string): string {
  return member.slice(0, 1).toUpperCase() + member.slice(1);
}

function wordsOf(value: unknown): string {
  if (value === undefined || value === "") return "none";
  if (typeof value === "string") return value;
  const at = v.safeParse(place, value);
  return at.success ? placeWords(at.output, "grid") : JSON.stringify(value);
}
