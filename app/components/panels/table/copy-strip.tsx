import { Copy, X } from "lucide";
import { useState } from "react";
import { Button } from "../../ui/button";
import { copyText } from "../../ui/copy-text";
import { Icon } from "../../ui/icon";

interface CopyStripProps {
  /** The whole text of the cell that was chosen; a cell may have no room for it. */
  cell: string;
  row: string;
  close: () => void;
}

/** What can be done with the cell that was chosen. */
export function CopyStrip({ cell, row, close }: CopyStripProps) {
  const [said, say] = useState("");
  const copy = async (text: string, what: string) =>
    say((await copyText(text)) ? `${what} copied` : "Not allowed here");
  return (
    <div className="flex h-9 shrink-0 items-center gap-1 border-t border-line pr-1 pl-3 text-12 phone:h-12">
      <p className="min-w-0 flex-1 truncate text-body" title={cell}>
        {cell}
      </p>
      <p role="status" className="shrink-0 text-muted">
        {said}
      </p>
      <Button variant="quiet" icon={<Icon of={Copy} />} onClick={() => void copy(cell, "Cell")}>
        Cell
        <span className="sr-only"> copy</span>
      </Button>
      <Button variant="quiet" icon={<Icon of={Copy} />} onClick={() => void copy(row, "Row")}>
        Row
        <span className="sr-only"> copy</span>
      </Button>
      <Button variant="quiet" icon={<Icon of={X} />} aria-label="Leave the cell" onClick={close} />
    </div>
  );
}
