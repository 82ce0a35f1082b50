import { X } from "lucide";
import { useEffect, useRef } from "react";
import { Button } from "../../ui/button";
import { Icon } from "../../ui/icon";

interface UndoStripProps {
  text: string;
  undo: () => void;
  dismiss: () => void;
}

/** What was just removed, and the way back. It stays until it is used, dismissed or followed by another removal. */
export function UndoStrip({ text, undo, dismiss }: UndoStripProps) {
  const button = useRef<HTMLDivElement>(null);
  // The row that had the focus is gone; the way back is what a person may want next.
  useEffect(() => button.current?.querySelector("button")?.focus(), []);
  return (
    <div className="flex items-center gap-1 border-t border-line bg-well py-1 pr-1 pl-3 text-12">
      <p role="status" className="min-w-0 flex-1 truncate text-muted" title={text}>
        Removed “{text}”
      </p>
      <div ref={button}>
        <Button variant="quiet" onClick={undo}>
          Undo
        </Button>
      </div>
      <Button variant="quiet" icon={<Icon of={X} />} aria-label="Dismiss" onClick={dismiss} />
    </div>
  );
}
