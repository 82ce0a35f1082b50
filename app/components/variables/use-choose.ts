import { useCallback } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { parameterOf } from "../../../core/boards/asked-values";

/** Puts the values of a variable into the page's address. The page stays where it is scrolled to. */
export function useChoose(): (variable: string, values: readonly string[]) => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useCallback(
    (variable, values) => {
      const next = new URLSearchParams(search);
      next.delete(parameterOf(variable));
      for (const value of values) next.append(parameterOf(variable), value);
      void navigate({ search: `?${next}` }, { preventScrollReset: true });
    },
    [navigate, search],
  );
}
