import { MIN_EXPECTED } from "../../../core/sources/plan";
import { everyWords } from "./duration-words";

const MILLISECONDS = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000];

/** How often a new source may be asked. The value is the form's: milliseconds as text. */
export const intervalChoices = MILLISECONDS.map((interval) => ({
  value: String(interval),
  label: everyWords(interval),
}));

const APART = [...MILLISECONDS.filter((one) => one >= MIN_EXPECTED), 21_600_000, 86_400_000, 604_800_000];

/** How often writes of a source that is not asked may be expected. */
export const expectedChoices = APART.map((one) => ({ value: String(one), label: everyWords(one) }));

export const DEFAULT_INTERVAL = "10000";
