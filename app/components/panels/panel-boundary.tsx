import { Component, type ReactNode, Suspense } from "react";
import type { Panel } from "../../../core/boards/document";
import { isFormula } from "../../../core/boards/reference";
import { referencesOf } from "../../../core/boards/references-of";
import { Button } from "../ui/button";
import { StateMark } from "../ui/state-mark";
import { PanelMessage } from "./panel-message";
import { PanelPlaceholder } from "./panel-placeholder";
import { PanelSection } from "./panel-shell";

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
      // A formula may wait for what it is worked out with. No other panel: what may wait hydrates after the page, when the
      // values on it have moved on, and would be drawn anew.
      const waits = referencesOf(panel).some(({ text }) => isFormula(text));
      return waits ? <Suspense fallback={<PanelPlaceholder panel={panel} />}>{children}</Suspense> : children;
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
