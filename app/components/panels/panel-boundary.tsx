import { Component, type ReactNode, Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { UnloadedError } from "../loadable/unloaded-error";
import { Button } from "../ui/button";
import { BrokenPanel } from "./broken-panel";
import { PanelPlaceholder } from "./panel-placeholder";
import { UnloadedPanel } from "./unloaded-panel";
import { hasFormula } from "./values/has-formula";

interface Props {
  panel: Panel;
  children: ReactNode;
}

/** Keeps a panel's defect inside the panel: the others go on, and this one can be tried again. */
export class PanelBoundary extends Component<Props, { caught: { error: unknown } | null }> {
  override state: { caught: { error: unknown } | null } = { caught: null };

  static getDerivedStateFromError(error: unknown) {
    return { caught: { error } };
  }

  readonly #draw = () => this.setState({ caught: null });

  override render() {
    const { panel, children } = this.props;
    const { caught } = this.state;
    if (!caught) {
      // It may wait for what works its formula out. No other panel: what may wait hydrates after the page, when the values
      // on it have moved on, and would be drawn anew.
      if (hasFormula(panel) === null) return children;
      return <Suspense fallback={<PanelPlaceholder panel={panel} />}>{children}</Suspense>;
    }
    const { error } = caught;
    if (error instanceof UnloadedError) return <UnloadedPanel panel={panel} code={error.code} done={this.#draw} />;
    return (
      <BrokenPanel panel={panel} title="This panel stopped" action={<Button onClick={this.#draw}>Draw again</Button>}>
        The others go on.
      </BrokenPanel>
    );
  }
}
