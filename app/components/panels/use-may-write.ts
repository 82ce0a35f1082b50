import { useHydrated } from "../ui/use-hydrated";
import { useBoard } from "./board-context";

/** Whether the reader may write what people write together, and the page can by now. */
export function useMayWrite(): boolean {
  const { mayWrite } = useBoard();
  const hydrated = useHydrated();
  return mayWrite && hydrated;
}
