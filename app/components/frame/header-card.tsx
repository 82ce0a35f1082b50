import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { CountMark } from "../ui/count-mark";

interface HeaderCardProps {
  /** Of the layer: any button of the page opens it by this. */
  readonly id: string;
  /** The button's name, with what its count says. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly mark: Parameters<typeof CountMark>[0];
  readonly title: ReactNode;
  readonly onToggle: (isOpen: boolean) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button of the header with a count, and the layer that it opens. A native popover: it needs no script to read. */
export function HeaderCard({ id, label, icon, mark, title, onToggle, className = "", children }: HeaderCardProps) {
  const layer = useRef<HTMLDivElement>(null);
  const toggled = useEffectEvent(onToggle);
  // It opens without this code, and so before this code is here.
  useEffect(() => {
    if (layer.current?.matches(":popover-open")) toggled(true);
  }, []);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        title={label}
        className={`relative grid size-(--control) shrink-0 place-items-center rounded-6 text-muted hover:bg-hover phone:size-(--thumb) [&>svg]:size-4.5 ${className}`}
      >
        {icon}
        <CountMark {...mark} />
      </button>
      <div
        ref={layer}
        id={id}
        popover="auto"
        onToggle={({ newState }) => onToggle(newState === "open")}
        className="fixed inset-auto top-11 right-3 m-0 flex max-h-[min(560px,80dvh)] w-96 max-w-[calc(100vw-24px)] flex-col rounded-8 border border-line-strong bg-raised text-body shadow-float not-open:hidden phone:top-13"
      >
        <h2 className="border-b border-line px-3 py-2 font-medium text-strong">{title}</h2>
        {children}
      </div>
    </>
  );
}
