import { useEffect, useState } from "react";
import { backOff } from "../../live/back-off";
import type { Loadable } from "../../live/loadable";
import { useLiveStatus } from "../../live/use-live-status";

const random = { next: () => Math.random() };

/**
 * Loads what could not be loaded again as soon as the connection is there, and after growing waits while it is, until
 * `done` has it. Returns what does so at once.
 */
export function useAgain(code: Loadable<unknown>, done: () => void): () => void {
  const { state } = useLiveStatus();
  const isOpen = state === "live" || state === "behind";
  const [tries, count] = useState(code.failures);
  const load = async () => {
    const { ok } = await code.again();
    if (ok) done();
    else count(code.failures);
  };
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => void load(), backOff(tries, random));
    return () => clearTimeout(timer);
  });
  return () => void load();
}
