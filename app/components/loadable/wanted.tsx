import { Component, type ReactNode, Suspense } from "react";
import { notify } from "../notify/notify";
import { UnloadedError } from "./unloaded-error";

interface WantedProps {
  /** Stands there while the code is on its way. */
  fallback?: ReactNode;
  /** Takes the wish back: what is wanted could not be loaded. The next wish loads it again. */
  unwant: () => void;
  children: ReactNode;
}

/** Around what is loaded when somebody wants it. Where it cannot be, a message says so and the page is as it was. */
export class Wanted extends Component<WantedProps, { caught: { error: unknown } | null }> {
  override state: { caught: { error: unknown } | null } = { caught: null };

  static getDerivedStateFromError(error: unknown) {
    return { caught: { error } };
  }

  override componentDidCatch(error: unknown) {
    if (!(error instanceof UnloadedError)) return;
    error.code.forget();
    notify({ id: "unloaded", words: "This could not be loaded", more: "Try again once the server answers." });
    this.props.unwant();
    this.setState({ caught: null });
  }

  override render() {
    const { caught } = this.state;
    const { fallback, children } = this.props;
    if (!caught) return <Suspense fallback={fallback}>{children}</Suspense>;
    if (caught.error instanceof UnloadedError) return fallback;
    throw caught.error;
  }
}
