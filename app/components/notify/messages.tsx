import { useEffect, useState, useSyncExternalStore } from "react";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { waiting } from "./notify";

const toastsCode = componentCode(() => import("./toasts"));
const Toasts = loadableComponent(toastsCode);
const no = () => false;

/** So long (milliseconds) after it was drawn the page has what it needed first. */
const CALM_AFTER = 2_000;
/** While there is something to say and no way to show it, that is loaded again after so many milliseconds. */
const AGAIN = 5_000;

/**
 * Where messages pass by, once on every page. Its code comes when the page is calm, or with the first message: many of
 * them say that the server is away.
 */
export function PassingMessages() {
  const any = useSyncExternalStore(waiting.subscribe, waiting.any, no);
  const [isHere, come] = useState(false);
  const [failures, count] = useState(0);
  useEffect(() => {
    if (isHere) return;
    const load = async () => ((await toastsCode.again()).ok ? come(true) : count((before) => before + 1));
    if (any && failures === 0) void load();
    const timer = setTimeout(() => void load(), failures === 0 ? CALM_AFTER : AGAIN);
    return () => clearTimeout(timer);
  }, [any, isHere, failures]);
  return isHere ? <Toasts /> : null;
}
