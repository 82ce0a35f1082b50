import { Popover } from "@base-ui/react/popover";
import type { RefObject } from "react";
import { PopoverCard } from "../ui/popover-card";
import { RangeChoice } from "./range-choice";
import { ZoneChoice } from "./zone-choice";

interface RangeCardProps {
  anchor: RefObject<HTMLElement | null>;
  close: () => void;
}

/** The layer under the range's button. */
export default function RangeCard({ anchor, close }: RangeCardProps) {
  return (
    <PopoverCard
      anchor={anchor}
      close={close}
      finalFocus={anchor}
      className="max-h-(--available-height) w-[min(460px,calc(100vw-16px))] overflow-y-auto"
    >
      <Popover.Title className="sr-only">Time range</Popover.Title>
      <RangeChoice close={close} />
      <ZoneChoice />
    </PopoverCard>
  );
}
