import { useEffect, useMemo } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { Panel as PanelDefinition } from "../../../core/boards/document";
import { browserReload, reloadOnce } from "../../live/reload-once";
import { useLiveStatus } from "../../live/use-live-status";
import { usePaused } from "../../live/use-paused";
import { useNewBuild } from "../frame/use-new-build";
import { usePageOver } from "../frame/use-page-over";
import { Panel } from "../panels/panel";
import { useShortcut } from "../shortcuts/use-shortcut";
import { useCapacity } from "./use-capacity";
import { useTurns } from "./use-turns";
import { useWakeLock } from "./use-wake-lock";
import { WallHeader } from "./wall-header";
import { nextBoard, offWall, type WallOptions, wallSearch } from "./wall-options";
import { type WallPlace, wallScreens } from "./wall-screens";

interface WallProps {
  title: string;
  panels: readonly PanelDefinition[];
  options: WallOptions;
}

/** A board to be read from afar, screen by screen; where others have their turn, they follow. */
export default function Wall({ title, panels, options }: WallProps) {
  const capacity = useCapacity();
  const screens = useMemo(() => wallScreens(panels, capacity), [panels, capacity]);
  const { isHeld, atEnd } = useNextBoard(options);
  const turn = useTurns({ screens: screens.length, every: options.every, isHeld, atEnd });
  useWakeLock();
  useOwnBuild();
  usePageOver();
  useWallKeys();
  const screen = screens[turn] ?? { places: [], lines: [] };
  const goesOn = screens.length > 1 || options.boards.length > 1;
  return (
    <div data-wall className="fixed inset-0 overflow-hidden bg-page">
      <div className="wall flex flex-col px-2 pb-2">
        <WallHeader title={title} screen={screens.length > 1 ? `${turn + 1}/${screens.length}` : null} />
        <main
          className="grid min-h-0 flex-1 grid-cols-12 gap-1.5"
          style={{ gridTemplateRows: screen.lines.map((rows) => `minmax(0, ${rows}fr)`).join(" ") }}
        >
          {screen.places.map((place) => (
            <Placed key={place.panel.id} {...place} />
          ))}
          {screens.length === 0 ? (
            <p className="col-span-12 place-self-center text-20 text-muted">This board is empty.</p>
          ) : null}
        </main>
      </div>
      {goesOn && !isHeld ? (
        <div
          key={`${title} ${turn}`}
          aria-hidden
          className="wall-turn absolute bottom-0 left-0 h-0.5 w-full bg-accent"
          style={{ animationDuration: `${options.every}s` }}
        />
      ) : null}
    </div>
  );
}

/** The board's own panel, at its place on the screen. */
function Placed({ panel, line, x, w }: WallPlace) {
  return (
    <div
      className="grid min-h-0 min-w-0 [&>*]:h-auto! [&>*]:[grid-area:auto]!"
      style={{ gridArea: `${line + 1} / ${x + 1} / span 1 / span ${w}` }}
    >
      <Panel panel={panel} />
    </div>
  );
}

/** Whose turn is next. Held by a person, or while the server is not there: a board that is seen is not left for an error. */
function useNextBoard(options: WallOptions) {
  const navigate = useNavigate();
  const { workspace = "", board = "" } = useParams();
  const { isPaused } = usePaused();
  const { state } = useLiveStatus();
  const atEnd = () => {
    const next = nextBoard(options, board);
    if (next === null) return false;
    void navigate(`/w/${workspace}/b/${next}${wallSearch(options)}`, { replace: true });
    return true;
  };
  return { isHeld: isPaused || (state !== "live" && state !== "behind"), atEnd };
}

/** Nobody sits at a wall: a new build is loaded by itself, once. */
function useOwnBuild(): void {
  const isNew = useNewBuild();
  useEffect(() => {
    if (isNew) reloadOnce(browserReload, document.documentElement.dataset.build);
  }, [isNew]);
}

function useWallKeys(): void {
  const { isPaused, pause } = usePaused();
  const navigate = useNavigate();
  const { search } = useLocation();
  const leave = () => void navigate({ search: offWall(search) }, { replace: true });
  useShortcut({ keys: "p", does: "Pauses the wall, or goes on", group: "Board" }, () => pause(!isPaused));
  useShortcut({ keys: "k", does: "Leaves the wall", group: "Board" }, leave);
  useShortcut({ keys: "Escape", does: "Leaves the wall", group: "Board" }, leave);
  useEffect(() => () => pause(false), [pause]);
}
