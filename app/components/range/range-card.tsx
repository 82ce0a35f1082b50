import { Popover } from "@base-ui/react/popover";
import type { RefObject } from "react";
import { RangeChoice } from "./range-choice";
import { ZoneChoice } from "./zone-choice";

interface RangeCardProps {
  anchor: RefObject<HTMLElement | null>;
  close: () => void;
}

/** The layer under the range's button. */
export default function RangeCard({ anchor, close }: RangeCardProps) {
  return (
    <Popover.Root open onOpenChange={(isOpen) => (isOpen ? undefined : close())}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="end" sideOffset={4} collisionPadding={8} className="z-(--z-float)">
          <Popover.Popup
            finalFocus={anchor}
            className="max-h-(--available-height) w-[min(460px,calc(100vw-16px))] overflow-y-auto rounded-8 border border-line-strong bg-raised text-body shadow-float outline-none"
          >
            <Popover.Title className="sr-only">Time range</Popover.Title>
            <RangeChoice close={close} />
            <ZoneChoice />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
