import { sourceOf } from "../../../core/keys/name";
import { useLiveKey } from "../../live/use-live-key";
import { useHydrated } from "../ui/use-hydrated";
import { useBoard } from "./board-context";
import { parseSource } from "./use-freshness";

/** Whether the reader may write the key, and the page can by now: what a source is asked for is its own to say. */
export function useMayWrite(key: string): boolean {
  const { mayWrite } = useBoard();
  const source = parseSource(useLiveKey(`$sources.${sourceOf(key)}`)?.value);
  const hydrated = useHydrated();
  return mayWrite && hydrated && source?.interval === null;
}
