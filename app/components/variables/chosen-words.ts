import { ALL } from "../../../core/boards/variable";

/** What is chosen, as a person reads it. */
export function chosenWords(chosen: readonly string[]): string {
  return chosen.map((value) => (value === ALL || value === "" ? "All" : value)).join(", ");
}
