import { useMemo, useState } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import * as v from "valibot";
import { zoomedOut } from "../../../core/range/move-range";
import { parseRange, rangeText } from "../../../core/range/range-text";
import { liveRange, rangeBetween, type TimeRange } from "../../../core/range/time-range";
import { readAs } from "../../../core/schema/read-as";
import { RECENT } from "../../live/history/asked-range";
import { useLiveClient } from "../../live/live-context";
import type { BoardRange } from "./range-context";

/** So long ago (milliseconds) may be the right end of a chart that runs into now: what is drawn up to there runs into it, too. */
const EDGE = 10_000;

/** Addresses' search parts that zooming out goes back to, the last one first. */
const backState = v.object({ back: v.array(v.string()) });

/**
 * The range in the page's address; where it names none that can be shown, the board's own (`span`, in milliseconds).
 * `painted`: the server's time when the page was made; `knownFrom`: since when it knew anything of what the page shows.
 */
export function useUrlRange(
  span: number | undefined,
  painted: number,
  knownFrom = Number.POSITIVE_INFINITY,
): BoardRange {
  const { clock } = useLiveClient();
  const [search] = useSearchParams();
  const compares = search.get("compare") === "1";
  const asked = `${search.get("from")} ${search.get("to")}`;
  const [held, hold] = useState(() => ({ asked, chosen: rangeIn(search, painted) }));
  const current = held.asked === asked ? held : { asked, chosen: rangeIn(search, clock.current()) };
  if (current !== held) hold(current);
  const { chosen } = current;
  const own = useMemo(() => liveRange(span ?? RECENT), [span]);
  const moves = useMoves(chosen ?? own);
  return useMemo(
    () => ({ range: chosen ?? own, knownFrom: chosen ? 0 : knownFrom, compares, ...moves }),
    [chosen, own, knownFrom, compares, moves],
  );
}

/** What puts another range into the address. The page stays: only what it shows of the past is another. */
function useMoves(
  range: TimeRange,
): Pick<BoardRange, "isZoomed" | "show" | "zoom" | "zoomOut" | "backToLive" | "compare"> {
  const navigate = useNavigate();
  const location: { search: string; state: unknown } = useLocation();
  const { search, state } = location;
  const { clock } = useLiveClient();
  return useMemo(() => {
    const back = readAs(backState, state)?.back ?? [];
    const go = (next: string, nextBack: readonly string[]) =>
      void navigate({ search: next }, { state: { back: nextBack }, preventScrollReset: true });
    const show = (next: TimeRange | null) => go(withRange(search, next), []);
    return {
      isZoomed: back.length > 0,
      show,
      zoom: (one, other) => {
        const now = clock.current();
        const isLive = range.kind === "live" && Math.max(one, other) >= now - EDGE;
        const next = isLive ? liveRange(Math.abs(one - other)) : rangeBetween(one, other, now);
        go(withRange(search, next), [search, ...back]);
      },
      zoomOut: () => {
        const [last, ...older] = back;
        if (last === undefined) show(zoomedOut(range, clock.current()));
        else go(withRangeOf(search, last), older);
      },
      backToLive: () => {
        const live = back.find((one) => rangeIn(new URLSearchParams(one), clock.current())?.kind !== "past");
        go(live === undefined ? withRange(search, null) : withRangeOf(search, live), []);
      },
      compare: (compares) => {
        const next = new URLSearchParams(search);
        if (compares) next.set("compare", "1");
        else next.delete("compare");
        go(`?${next}`, back);
      },
    };
  }, [navigate, search, state, clock, range]);
}

function rangeIn(search: URLSearchParams, now: number): TimeRange | null {
  return parseRange(search.get("from"), search.get("to"), now);
}

/** The search with the range of another: what else is chosen meanwhile stays. */
function withRangeOf(search: string, other: string): string {
  const next = new URLSearchParams(withRange(search, null));
  for (const name of ["from", "to"]) {
    const value = new URLSearchParams(other).get(name);
    if (value !== null) next.set(name, value);
  }
  return `?${next}`;
}

function withRange(search: string, range: TimeRange | null): string {
  const next = new URLSearchParams(search);
  next.delete("from");
  next.delete("to");
  if (range !== null) {
    const { from, to } = rangeText(range);
    next.set("from", from);
    next.set("to", to);
  }
  return `?${next}`;
}
