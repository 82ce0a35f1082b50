import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { useLiveStatus } from "../../live/use-live-status";
import { isPageOver } from "./signed-out";

/**
 * Asks the loaders again, once, when the connection ended because the server would no longer make this page: the guard
 * answers with the login page or with 404. Only while the page is seen: a hidden one keeps its values, with their ages,
 * until somebody comes back to it.
 */
export function usePageOver(): void {
  const isOver = isPageOver(useLiveStatus());
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isOver) return;
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", ask);
      void revalidate();
    };
    document.addEventListener("visibilitychange", ask);
    ask();
    return () => document.removeEventListener("visibilitychange", ask);
  }, [isOver, revalidate]);
}
