import type { IconNode } from "lucide";
import { Icon } from "../../ui/icon";

interface RowActionProps {
  name: string;
  icon: IconNode;
  /** Nothing to do just now; it keeps the focus all the same. */
  off?: boolean;
  press: () => void;
}

/** A small square button of one row. */
export function RowAction({ name, icon, off = false, press }: RowActionProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name.split(":")[0]}
      aria-disabled={off || undefined}
      // Safari gives the focus to no button that is clicked: the row would hide its actions under the finger.
      onPointerDown={({ currentTarget }) => currentTarget.focus()}
      onClick={() => (off ? undefined : press())}
      className="grid size-7 place-items-center rounded-6 text-muted hover:bg-panel hover:text-strong aria-disabled:text-line-strong phone:size-(--thumb)"
    >
      <Icon of={icon} className="size-4" />
    </button>
  );
}
