import { useEffect, useRef, useState } from "react";
import { isNewBuild } from "../../live/new-build";
import { useLiveStatus } from "../../live/use-live-status";

/**
 * Whether the server is of another build than this page. Asked when the connection is back: a new build closes all
 * connections, so a page that lost none is of the build that serves.
 */
export function useNewBuild(): boolean {
  const [isNew, setNew] = useState(false);
  const { state } = useLiveStatus();
  const wasLost = useRef(false);
  const isOpen = state === "live" || state === "behind";
  const isLost = state === "reconnecting" || state === "offline";
  useEffect(() => {
    if (isLost) wasLost.current = true;
    if (!isOpen || !wasLost.current) return;
    wasLost.current = false;
    let isLeft = false;
    void isNewBuild(document.documentElement.dataset.build, (...asked) => fetch(...asked)).then((found) => {
      if (!isLeft) setNew(found);
    });
    return () => {
      isLeft = true;
    };
  }, [isOpen, isLost]);
  return isNew;
}
