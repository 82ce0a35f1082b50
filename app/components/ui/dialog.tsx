import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

interface DialogProps {
  title: string;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** "wide": for tables. */
  size?: "normal" | "wide";
  children: ReactNode;
}

const widths = { normal: "max-w-120", wide: "max-w-200" };

/** A layer in front of the page. Escape and a press beside it close it; the focus goes back to where it was. Load it with `lazy`. */
export function Dialog({ title, open, setOpen, size = "normal", children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-(--z-dialog) bg-(--scrim)" />
        <Base.Popup
          className={`fixed top-1/2 left-1/2 z-(--z-dialog) flex max-h-[calc(100dvh-48px)] w-[calc(100vw-24px)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-8 border border-line-strong bg-raised text-body shadow-float outline-none ${widths[size]}`}
        >
          <header className="flex shrink-0 items-center gap-2 border-b border-line py-2 pr-2 pl-4">
            <Base.Title className="min-w-0 flex-1 truncate text-14 font-medium text-strong">{title}</Base.Title>
            <Base.Close render={<Button variant="quiet" icon={<Icon of={X} />} aria-label="Close" />} />
          </header>
          <div className="grid min-h-0 gap-4 overflow-y-auto p-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
