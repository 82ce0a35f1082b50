import { Copy, GripVertical, Pencil, Trash2 } from "lucide";
import { useId } from "react";
import type { Panel, Place } from "../../../core/boards/document";
import { placeWords } from "../../../core/boards/place-words";
import { placeStyle } from "../panels/place-style";
import { Avatar } from "../people/avatar";
import type { Present } from "../people/use-here";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import type { Grip } from "./dragged-place";
import type { FramesProps } from "./frames";
import { usePlaceKeys } from "./use-place-keys";

interface PanelFrameProps extends Omit<FramesProps, "panels" | "added" | "boardId" | "userId"> {
  readonly panel: Panel;
  /** Who else is editing this panel. */
  readonly others: readonly Present[];
}

/** Lies over a panel while its board is edited: the handle in its header, its edges, what can be done with it. */
export function PanelFrame({ panel, others, drag, on, selected, select, steps, session, say }: PanelFrameProps) {
  const isSelected = selected === panel.id;
  const held = drag.drag?.id === panel.id ? drag.drag : null;
  const place = held?.place ?? panel.place;
  const title = panel.title || "Panel";
  return (
    <div
      data-frame={panel.id}
      style={{
        ...placeStyle(place),
        ...(held && { translate: `${held.off.x}px ${held.off.y}px` }),
      }}
      className={`group/frame relative z-(--z-handle) min-w-0 scroll-my-16 phone:scroll-mt-27 phone:scroll-mb-(--sheet) rounded-8 outline-offset-0 [grid-area:var(--place)] ${
        isSelected ? "outline-2 outline-accent" : "hover:outline hover:outline-line-control"
      }`}
    >
      {/* The panel below is a picture while its board is edited: a press anywhere on it chooses it. */}
      <div
        role="presentation"
        className="absolute inset-0"
        onClick={() => steps.focus(panel.id)}
        onDoubleClick={() => steps.open(panel.id)}
      />
      <Handle {...{ panel, place, title, on, isSelected, drag, select, steps, session, say }} />
      <FrameTools
        {...{ title, isSelected, steps, others }}
        id={panel.id}
        size={on === "phone" ? `${place.h}` : `${place.w} × ${place.h}`}
      />
      {isSelected ? <Edges panel={panel} title={title} on={on} drag={drag} /> : null}
    </div>
  );
}

interface HandleProps extends Omit<PanelFrameProps, "others" | "selected"> {
  readonly place: Place;
  readonly title: string;
  readonly isSelected: boolean;
}

/** For pointer and keyboard alike. */
function Handle({ panel, place, title, on, isSelected, drag, select, steps, session, say }: HandleProps) {
  const keys = usePlaceKeys({ panel, on, session, steps, say });
  const hint = useId();
  return (
    <>
      <button
        type="button"
        data-handle
        aria-label={`${title}: ${placeWords(place, on)}`}
        aria-describedby={hint}
        aria-pressed={isSelected}
        onFocus={() => select(panel.id)}
        onBlur={keys.rest}
        onKeyDown={keys.press}
        onDoubleClick={() => steps.open(panel.id)}
        onPointerDown={(event) => drag.begin(event, panel.id, title, panel.place, "move")}
        onPointerMove={drag.move}
        onPointerUp={drag.end}
        onPointerCancel={drag.cancel}
        className="absolute inset-x-0 top-0 flex h-8 cursor-grab touch-none items-center justify-center rounded-t-8 text-muted active:cursor-grabbing"
      >
        <Icon
          of={GripVertical}
          className={`size-3.5 rotate-90 ${isSelected ? "" : "opacity-0 group-hover/frame:opacity-100"}`}
        />
      </button>
      <span id={hint} className="sr-only">
        Arrows move it, Shift and arrows size it, Enter opens its settings, Delete removes it.
      </span>
    </>
  );
}

interface FrameToolsProps extends Pick<PanelFrameProps, "others" | "steps"> {
  readonly id: string;
  readonly title: string;
  readonly isSelected: boolean;
  /** Of the panel, in cells. */
  readonly size: string;
}

function FrameTools({ id, title, isSelected, size, steps, others }: FrameToolsProps) {
  return (
    <>
      <div className="absolute top-0.5 right-0.5 flex items-center gap-0.5">
        {others.map((one) => (
          <Avatar key={one.id} name={one.name} label={`${one.name} is editing this panel`} />
        ))}
      </div>
      {/* Not in the header: there they would come up under a pointer that is about to drag. */}
      <div
        className={`absolute right-2 bottom-2 flex items-center rounded-6 border border-line bg-panel ${isSelected ? "" : "hidden group-focus-within/frame:flex group-hover/frame:flex phone:hidden"}`}
      >
        {isSelected ? (
          <span
            aria-hidden
            className="ml-1 rounded-4 bg-accent px-1 text-12 leading-5 whitespace-nowrap text-on-accent"
          >
            {size}
          </span>
        ) : null}
        <Button
          variant="quiet"
          icon={<Icon of={Pencil} />}
          aria-label={`Edit ${title}`}
          onClick={() => steps.open(id)}
        />
        <Button
          variant="quiet"
          icon={<Icon of={Copy} />}
          aria-label={`Duplicate ${title}`}
          onClick={() => steps.duplicate(id)}
        />
        <Button
          variant="quiet"
          icon={<Icon of={Trash2} />}
          aria-label={`Remove ${title}`}
          onClick={() => steps.remove(id)}
        />
      </div>
    </>
  );
}

const edges: Record<Exclude<Grip, "move">, string> = {
  n: "left-[calc(50%-6px)] -top-1.5 cursor-ns-resize",
  s: "left-[calc(50%-6px)] -bottom-1.5 cursor-ns-resize",
  e: "-right-1.5 top-[calc(50%-6px)] cursor-ew-resize",
  w: "-left-1.5 top-[calc(50%-6px)] cursor-ew-resize",
  ne: "-right-1.5 -top-1.5 cursor-nesw-resize",
  sw: "-left-1.5 -bottom-1.5 cursor-nesw-resize",
  nw: "-left-1.5 -top-1.5 cursor-nwse-resize",
  se: "-right-1.5 -bottom-1.5 cursor-nwse-resize",
};
const inGrid = ["n", "e", "s", "w", "ne", "nw", "se", "sw"] as const;
const inColumn = ["s"] as const;

interface EdgesProps extends Pick<PanelFrameProps, "panel" | "drag" | "on"> {
  readonly title: string;
}

/** For pointers; by the keyboard the handle sizes. */
function Edges({ panel, title, drag, on }: EdgesProps) {
  return (on === "phone" ? inColumn : inGrid).map((edge) => (
    <span
      key={edge}
      aria-hidden
      data-edge={edge}
      onPointerDown={(event) => drag.begin(event, panel.id, title, panel.place, edge)}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.cancel}
      className={`absolute z-1 size-3 touch-none rounded-[2px] border border-accent bg-panel ${edges[edge]}`}
    />
  ));
}
