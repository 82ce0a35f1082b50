import { everyWords } from "../sources/duration-words";

const SECOND = 1_000;
const usual = [0, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 21_600, 86_400].map((seconds) => seconds * SECOND);

/** How long a condition may have to hold, and how long this one has to. Values are milliseconds, as text. */
export function heldChoices(own: string): { value: string; words: string }[] {
  const held = Number(own);
  const all = Number.isInteger(held) && held >= 0 && own !== "" ? [...new Set([...usual, held])] : usual;
  return all
    .sort((a, b) => a - b)
    .map((one) => ({ value: String(one), words: one === 0 ? "no time: fires at once" : everyWords(one) }));
}
