import { Minimize2 } from "lucide";
import { useEffect, useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

/** Above a panel that is shown large: the way back. What was pressed is gone with the board, so this has the focus. */
export function AloneBar({ leave }: { leave: () => void }) {
  useShortcut({ keys: "Escape", does: "Leaves full screen", group: "Board" }, leave);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus({ preventScroll: true }), []);
  return (
    <div className="flex justify-end pb-2 print:hidden">
      <Button ref={back} onClick={leave} icon={<Icon of={Minimize2} />}>
        Leave full screen
      </Button>
    </div>
  );
}
