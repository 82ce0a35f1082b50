import { useEffect } from "react";
import { useLocation } from "react-router";
import { servedBuild } from "../../live/new-build";
import { nextBoard, type WallOptions, wallOptions, wallSearch } from "./wall-options";

/** How long (milliseconds) a wall shows an error before it is left for another try. */
const AGAIN = 15_000;

/** Nobody presses a button on a wall: after an error it tries again, or goes on to the next board, once a server answers. */
export function WallRetry() {
  const { pathname, search } = useLocation();
  const options = wallOptions(new URLSearchParams(search));
  return options ? <Retry address={nextAddress(pathname, options)} /> : null;
}

function Retry({ address }: { address: string }) {
  useEffect(() => {
    const timer = setInterval(() => void leave(address), AGAIN);
    return () => clearInterval(timer);
  }, [address]);
  return <p className="text-14 text-muted">This wall tries again every {AGAIN / 1_000} s.</p>;
}

async function leave(address: string): Promise<void> {
  if ((await servedBuild((...asked) => fetch(...asked))) !== null) window.location.assign(address);
}

function nextAddress(pathname: string, options: WallOptions): string {
  const own = pathname.split("/");
  const next = nextBoard(options, own.at(-1) ?? "");
  return `${(next === null ? own : [...own.slice(0, -1), next]).join("/")}${wallSearch(options)}`;
}
