import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { loadTools } from "./components/frame/load-tools";
import { loadShown } from "./components/loadable/load-shown";

function hydrate(): void {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <HydratedRouter />
      </StrictMode>,
    );
  });
  if (document.querySelector("[data-frame]")) void loadTools();
}

// Not awaited: what is loaded imports from the chunk that this module is in.
void loadShown(document).then(hydrate);
