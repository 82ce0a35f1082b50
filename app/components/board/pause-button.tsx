import { Pause, Play } from "lucide";
import { useEffect } from "react";
import { usePaused } from "../../live/use-paused";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";

/** Holds the board's values where they are, and lets them go on. Leaving the board lets go, too. */
export function PauseButton() {
  const { isPaused, pause } = usePaused();
  const toggle = () => pause(!isPaused);
  useShortcut({ keys: "p", does: "Pauses the board, or goes on", group: "Board" }, toggle);
  useEffect(() => () => pause(false), [pause]);
  const hydrated = useHydrated();
  return (
    // A phone's header has no room for it: there it stands in the board's menu.
    <span className="phone:hidden">
      <Button
        variant="quiet"
        onClick={toggle}
        disabled={!hydrated}
        aria-pressed={isPaused}
        aria-label="Pause"
        title={isPaused ? "Go on (P)" : "Pause (P)"}
        icon={isPaused ? <Icon of={Play} /> : <Icon of={Pause} />}
      />
    </span>
  );
}
