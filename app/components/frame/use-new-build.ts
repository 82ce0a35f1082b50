import { useEffect, useState } from "react";
import { isNewBuild } from "../../live/new-build";
import { useLiveStatus } from "../../live/use-live-status";

/**
 * Whether the server is of another build than this page. Asked whenever the connection is back: a new build closes all
 * connections, so a page that lost none is of the build that serves.
 */
export function useNewBuild(): boolean {
  const [isNew, setNew] = useState(false);
  const { state } = useLiveStatus();
  const isOpen = state === "live" || state === "behind";
  useEffect(() => {
    if (!isOpen) return;
    let isLeft = false;
    void isNewBuild(document.documentElement.dataset.build, (...asked) => fetch(...asked)).then((found) => {
      if (!isLeft) setNew(found);
    });
    return () => {
      isLeft = true;
    };
  }, [isOpen]);
  return isNew;
}
