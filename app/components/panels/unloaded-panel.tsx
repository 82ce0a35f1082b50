import type { Panel } from "../../../core/boards/document";
import type { Unloaded } from "../loadable/loadable-component";
import { useAgain } from "../loadable/use-again";
import { Button } from "../ui/button";
import { BrokenPanel } from "./broken-panel";

/** A panel whose code could not be loaded, most often while the server is away: it comes back with the connection. */
export function UnloadedPanel({ panel, code, done }: { panel: Panel } & Unloaded) {
  const again = useAgain(code, done);
  return (
    <BrokenPanel panel={panel} title="Not loaded" action={<Button onClick={again}>Retry</Button>}>
      It is loaded again once the server answers.
    </BrokenPanel>
  );
}
