import { Popover } from "@base-ui/react/popover";
import type { ComponentProps, RefObject } from "react";

type Popup = ComponentProps<typeof Popover.Popup>;

interface PopoverCardProps extends Pick<Popup, "initialFocus" | "finalFocus" | "onKeyDown" | "children"> {
  /** Where it stands. */
  anchor: RefObject<HTMLElement | null>;
  align?: "start" | "end";
  close: () => void;
  /** Its size, and how it is laid out. */
  className: string;
}

/** An open layer under the control that it belongs to; its title is a `Popover.Title` within. */
export function PopoverCard({ anchor, align = "end", close, className, ...rest }: PopoverCardProps) {
  return (
    <Popover.Root open onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align={align} sideOffset={4} collisionPadding={8} className="z-(--z-float)">
          <Popover.Popup
            className={`rounded-8 border border-line-strong bg-raised text-body shadow-float outline-none ${className}`}
            {...rest}
          />
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
