import { useSourceStates } from "../sources/use-source-states";

/** How many keys each source has, as one text: another one when a key came or went. */
export function useCensus(): string {
  const states = useSourceStates();
  return [...states].map(([slug, state]) => `${slug} ${state.state === "ok" ? state.keys : "-"}`).join(", ");
}
