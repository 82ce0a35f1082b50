import { everyWords } from "./duration-words";

const MILLISECONDS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000];

/** How often a new source may be asked. The value is the form's: milliseconds as text. */
export const intervalChoices = MILLISECONDS.map((interval) => ({
  value: String(interval),
  label: everyWords(interval),
}));

export const DEFAULT_INTERVAL = "10000";
