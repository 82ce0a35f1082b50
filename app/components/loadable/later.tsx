import { type ComponentType, createElement, memo, type RefObject, Suspense, useEffect, useRef, useState } from "react";
import type { Loadable } from "../../live/loadable";
import { awaitShortcuts } from "../shortcuts/use-shortcut";
import { useLoaded } from "./use-loaded";

/**
 * A part of a page that its reader can do without for a moment, since they came for the values: the server draws it with
 * the rest, its code comes after that of the rest, and what is drawn stays as it is until then. Links, forms and popovers
 * work meanwhile, as without a script; keys that are pressed are pressed again. While its props are the same nothing
 * around it draws it anew.
 */
export function later<Code, Props extends object>(
  code: Loadable<Code>,
  pick: (code: Code) => ComponentType<Props>,
): ComponentType<Props> {
  const Part = memo(function Part(props: object & Props) {
    return createElement(pick(useLoaded(code)), props);
  });
  return memo(function Later(props: Props) {
    const place = useRef<HTMLDivElement>(null);
    const drawn = useRef<readonly Element[]>([]);
    const [isHere, come] = useState(false);
    useEffect(() => (isHere ? undefined : awaitShortcuts()), [isHere]);
    useEffect(() => {
      drawn.current = [...(place.current?.children ?? [])];
    }, []);
    return (
      <div ref={place} className="contents">
        <Suspense fallback={<AsDrawn drawn={drawn} />}>
          <Part {...props} />
          <Here tell={come} />
        </Suspense>
      </div>
    );
  });
}

/** React takes away what the server drew when something around it changes before its code is here: this puts it back. */
function AsDrawn({ drawn }: { drawn: RefObject<readonly Element[]> }) {
  return <div ref={(place) => place?.replaceChildren(...drawn.current)} className="contents" />;
}

/** Tells that what stands before it is there, with all its effects. */
function Here({ tell }: { tell: (isHere: true) => void }) {
  useEffect(() => tell(true), [tell]);
  return null;
}
