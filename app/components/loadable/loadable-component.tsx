import { type ComponentType, createElement, use, useReducer } from "react";
import type { Loadable } from "../../live/loadable";
import { UnloadedError } from "./unloaded-error";

/** What stands in for a component that could not be loaded is given these besides the component's own props. */
export interface Unloaded {
  readonly code: Loadable<unknown>;
  /** To be called when the code is here. */
  readonly done: () => void;
}

/**
 * A component whose code comes apart. It suspends until that is here; loaded beforehand it does not, and hydrates with the
 * page. Unlike with React's `lazy`, what could not be loaded can be loaded again: by `Instead`, which then stands there, or
 * by who catches the `UnloadedError`.
 */
export function loadableComponent<Props extends object>(
  code: Loadable<ComponentType<Props>>,
  Instead?: ComponentType<Props & Unloaded>,
): ComponentType<Props> {
  return function Loaded(props) {
    const [, done] = useReducer((times: number) => times + 1, 0);
    const outcome = use(code.load());
    if (outcome.ok) return createElement(outcome.code, props);
    if (Instead) return createElement(Instead, { ...props, code, done });
    throw new UnloadedError(code, outcome.error);
  };
}
