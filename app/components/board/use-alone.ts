import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";

/** One panel of a board shown large. In the address (`?panel=`), so that it can be shared and Back leaves it. */
export interface Alone {
  /** The panel's id; null while the whole board is shown. */
  readonly id: string | null;
  readonly show: (id: string) => void;
  readonly leave: () => void;
}

export function useAlone(): Alone {
  const location = useLocation();
  const { search } = location;
  const state: unknown = location.state;
  const navigate = useNavigate();
  const id = new URLSearchParams(search).get("panel");
  const show = useCallback(
    (panel: string) => {
      const next = new URLSearchParams(search);
      next.set("panel", panel);
      void navigate({ search: `?${next}` }, { state: { fromBoard: true }, preventScrollReset: true });
    },
    [navigate, search],
  );
  const leave = useCallback(() => {
    // Where the board is the step before, this is that step back; an address that was opened as it is has none.
    if (isFromBoard(state)) return void navigate(-1);
    const next = new URLSearchParams(search);
    next.delete("panel");
    void navigate({ search: `?${next}` }, { replace: true, preventScrollReset: true });
  }, [navigate, search, state]);
  return useMemo(() => ({ id, show, leave }), [id, show, leave]);
}

function isFromBoard(state: unknown): boolean {
  return typeof state === "object" && state !== null && "fromBoard" in state;
}
