import { useEffect } from "react";

/** Keeps the screen awake while the page is seen. Browsers take it back whenever it is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    const left = new AbortController();
    const ask = () => void keepAwake(left.signal);
    document.addEventListener("visibilitychange", ask, { signal: left.signal });
    ask();
    return () => left.abort();
  }, []);
}

async function keepAwake(left: AbortSignal): Promise<void> {
  // Not there on addresses without TLS.
  if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
  try {
    const lock = await navigator.wakeLock.request("screen");
    const release = () => void lock.release();
    if (left.aborted) release();
    else left.addEventListener("abort", release, { once: true });
  } catch {
    // NotAllowedError: the machine saves its battery, or its owner forbids it. The wall goes on, as long as the screen does.
  }
}
