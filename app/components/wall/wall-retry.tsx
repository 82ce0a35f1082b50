import { type ReactNode, useEffect } from "react";
import { useLocation } from "react-router";
import { servedBuild } from "../../live/new-build";
import { nextBoard, type WallOptions, wallOptions, wallSearch } from "./wall-options";

/** How long (milliseconds) a wall shows an error before it is left for another try. */
const AGAIN = 15_000;

/**
 * An error in words, on a wall as large as all that stands there. Nobody presses a button on it: it tries again, or goes
 * on to the board whose turn is next, once a server answers.
 */
export function WallRetry({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const options = wallOptions(new URLSearchParams(search));
  if (!options) return children;
  return (
    <div data-wall className="fixed inset-0 z-(--z-dialog) overflow-hidden bg-page">
      <div className="wall grid place-content-center gap-2">
        {children}
        <Retry own={pathname.split("/")} options={options} />
      </div>
    </div>
  );
}

function Retry({ own, options }: { own: readonly string[]; options: WallOptions }) {
  const board = own.at(-1) ?? "";
  const next = nextBoard(options, board);
  const after = next === null ? AGAIN : Math.min(AGAIN, options.every * 1_000);
  const address = `${(next === null ? own : [...own.slice(0, -1), next]).join("/")}${wallSearch(options)}`;
  useEffect(() => {
    const timer = setInterval(() => void leave(address), after);
    return () => clearInterval(timer);
  }, [address, after]);
  return (
    <p className="px-4 text-14 text-muted">
      {next === null ? `This wall tries again every ${after / 1_000} s.` : `“${board}” is left out: “${next}” is next.`}
    </p>
  );
}

async function leave(address: string): Promise<void> {
  if ((await servedBuild((...asked) => fetch(...asked))) !== null) window.location.assign(address);
}
