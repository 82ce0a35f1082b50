import { Component, type ReactNode, Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { Button } from "../ui/button";
import { StateMark } from "../ui/state-mark";
import { PanelMessage } from "./panel-message";
import { PanelPlaceholder } from "./panel-placeholder";
import { PanelSection } from "./panel-shell";
import { hasPath } from "./values/has-path";

interface Props {
  panel: Panel;
  children: ReactNode;
}

/** Keeps a panel's defect inside the panel: the others go on, and this one can be tried again. */
export class PanelBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { panel, children } = this.props;
    if (!this.state.failed) {
      // It may wait for what its formula looks into values with. No other panel: what may wait hydrates after the page,
      // when the values on it have moved on, and would be drawn anew.
      return hasPath(panel) ? <Suspense fallback={<PanelPlaceholder panel={panel} />}>{children}</Suspense> : children;
    }
    const heading = `broken-${panel.id}`;
    return (
      <PanelSection panel={panel} state="error" heading={heading}>
        <header className="flex h-(--panel-head) shrink-0 items-center gap-2 px-3">
          <h2 id={heading} className="min-w-0 flex-1 truncate font-medium text-body">
            {panel.title}
          </h2>
          <StateMark state="failing" label="Cannot draw" />
        </header>
        <PanelMessage
          title="This panel stopped"
          action={<Button onClick={() => this.setState({ failed: false })}>Draw again</Button>}
        >
          The others go on.
        </PanelMessage>
      </PanelSection>
    );
  }
}
