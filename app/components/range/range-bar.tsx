import { ChevronDown, ChevronLeft, ChevronRight, Clock, LoaderCircle, ZoomOut } from "lucide";
import { type ReactNode, useRef, useState } from "react";
import { shifted } from "../../../core/range/move-range";
import { useHistoryState } from "../../live/history/use-history-state";
import { useNow } from "../../live/use-now";
import { zoneName } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { useShortcut } from "../shortcuts/use-shortcut";
import { Glyph } from "../ui/glyph";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";
import { useBoardRange } from "./range-context";
import { rangeWords } from "./range-words";

const RangeCard = loadableComponent(componentCode(() => import("./range-card")));
const MINUTE = 60_000;

/** Which stretch of time the board shows, in which zone; and the ways to another. */
export function RangeBar() {
  const { range, isZoomed, show, zoomOut, backToLive } = useBoardRange();
  const now = useNow(MINUTE);
  const isReady = useHydrated();
  const move = (to: "before" | "after") => show(shifted(range, to, now));
  const isLast = range.kind === "live";
  useShortcut({ keys: "[", does: "Shows the stretch of time before", group: "Board" }, () => move("before"));
  useShortcut({ keys: "]", does: "Shows the stretch of time after", group: "Board" }, () => move("after"), !isLast);
  useShortcut({ keys: "l", does: "Goes back to live", group: "Board" }, backToLive, !isLast);
  useShortcut({ keys: "Escape", does: "Zooms out to what was shown before", group: "Board" }, zoomOut, isZoomed);
  return (
    <div
      role="group"
      aria-label="Time range"
      className={`flex min-w-0 items-center -space-x-px ${isReady ? "visible" : ""}`}
    >
      <Step label="The stretch before" hint="[" isOff={!isReady} run={() => move("before")} side="grid rounded-l-6">
        <Icon of={ChevronLeft} />
      </Step>
      <RangeButton isReady={isReady} />
      <Step label="The stretch after" hint="]" isOff={!isReady || isLast} run={() => move("after")}>
        <Icon of={ChevronRight} />
      </Step>
      <Step
        label="Zoom out"
        hint={isZoomed ? "Escape" : ""}
        isOff={!isReady}
        run={zoomOut}
        side={isLast ? "grid rounded-r-6" : "grid rounded-r-6 phone:hidden"}
      >
        <Icon of={ZoomOut} />
      </Step>
      {isLast ? null : (
        // Beside the badge's word there is no room for it on a phone.
        <Step label="Back to live" hint="l" isOff={!isReady} run={backToLive} side="hidden rounded-r-6 phone:grid">
          <span className="font-medium text-accent">Live</span>
        </Step>
      )}
    </div>
  );
}

const joined =
  "h-(--control) border border-line-strong bg-panel text-body hover:z-1 hover:bg-hover focus-visible:z-2 disabled:text-faint phone:h-9 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted disabled:[&_svg]:text-faint";

interface StepProps {
  label: string;
  /** The key that does the same. */
  hint: string;
  isOff: boolean;
  run: () => void;
  side?: string;
  children: ReactNode;
}

function Step({ label, hint, isOff, run, side = "grid", children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={hint === "" ? label : `${label} (${hint})`}
      disabled={isOff}
      onClick={run}
      className={`relative w-(--control) shrink-0 place-items-center ${joined} ${side} phone:w-10`}
    >
      {children}
    </button>
  );
}

/** The range in words; its card is loaded when it is opened. */
function RangeButton({ isReady }: { isReady: boolean }) {
  const { range } = useBoardRange();
  const { timeZone } = useReader();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const state = useHistoryState();
  const now = useNow(MINUTE);
  const at = range.kind === "past" ? range.to : now;
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={!isReady}
        onClick={() => setOpen(!open)}
        className={`relative flex min-w-0 items-center gap-1.5 px-2.5 font-medium whitespace-nowrap ${joined} phone:px-2`}
      >
        {state === "loading" ? (
          <Icon of={LoaderCircle} className="animate-spin phone:hidden" />
        ) : (
          <Icon of={Clock} className="phone:hidden" />
        )}
        <span title={rangeWords(range, timeZone)} className="truncate text-strong">
          {rangeWords(range, timeZone)}
        </span>
        <span className="font-regular text-faint">{zoneName(at, timeZone)}</span>
        {state === "failed" ? (
          <span role="status" title="The past could not be fetched. It is tried again." className="flex">
            <Glyph name="failing" />
            <span className="sr-only">The past could not be fetched. It is tried again.</span>
          </span>
        ) : null}
        <Icon of={ChevronDown} className="phone:hidden" />
      </button>
      {open ? (
        <Wanted unwant={() => setOpen(false)}>
          <RangeCard anchor={button} close={() => setOpen(false)} />
        </Wanted>
      ) : null}
    </>
  );
}
