import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { loadShownPanels } from "./components/panels/panel-code";

function hydrate(): void {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <HydratedRouter />
      </StrictMode>,
    );
  });
}

// Not awaited: what is loaded imports from the chunk that this module is in.
void loadShownPanels(document).then(hydrate);
