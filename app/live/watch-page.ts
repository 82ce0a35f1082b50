import { browserTimers } from "./clock";
import type { PageEvents } from "./connection-ports";
import { watchClock } from "./watch-clock";

/** Hears from the browser that the network came or went and that the page is seen again, or no more. */
export function watchPage(events: PageEvents): () => void {
  const online = () => events.online();
  const offline = () => events.offline();
  const visible = () => {
    if (document.visibilityState === "visible") events.visible();
    else events.hidden?.();
  };
  // Coming back out of the back-forward cache makes no visibilitychange in every browser, but always a pageshow.
  const shown = ({ persisted }: PageTransitionEvent) => {
    if (persisted) events.visible();
  };
  // What the server said of the time holds no more. A connection that begins anew is told again.
  const unwatchClock = watchClock(
    browserTimers,
    () => performance.now(),
    () => {
      events.offline();
      events.online();
    },
  );
  window.addEventListener("online", online);
  window.addEventListener("offline", offline);
  window.addEventListener("pageshow", shown);
  document.addEventListener("visibilitychange", visible);
  return () => {
    unwatchClock();
    window.removeEventListener("online", online);
    window.removeEventListener("offline", offline);
    window.removeEventListener("pageshow", shown);
    document.removeEventListener("visibilitychange", visible);
  };
}
