import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { waiting } from "./notify";

const Toasts = lazy(() => import("./toasts"));
const no = () => false;

/** Where messages pass by, once on every page. Its code comes with the first message. */
export function PassingMessages() {
  const any = useSyncExternalStore(waiting.subscribe, waiting.any, no);
  const [wanted, want] = useState(false);
  if (any && !wanted) want(true);
  return wanted ? (
    <Suspense>
      <Toasts />
    </Suspense>
  ) : null;
}
