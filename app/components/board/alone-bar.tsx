import { Minimize2 } from "lucide-react";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Button } from "../ui/button";

/** Above a panel that is shown large: the way back, which has the focus. */
export function AloneBar({ leave }: { leave: () => void }) {
  useShortcut({ keys: "Escape", does: "Leaves full screen", group: "Board" }, leave);
  return (
    <div className="flex justify-end pb-2 print:hidden">
      {/* biome-ignore lint/a11y/noAutofocus: what was pressed is gone with the board; the next thing to press is this. */}
      <Button autoFocus onClick={leave} icon={<Minimize2 aria-hidden strokeWidth={1.5} />}>
        Leave full screen
      </Button>
    </div>
  );
}
