import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { ROW } from "./key-line";

/** Rows that are drawn beyond both ends of what is seen. */
const BEYOND = 8;
/** What a server draws: the rows of a screen of this height. */
const FIRST = { width: 1_000, height: 700 };

/** Which rows of a long list are to be drawn, and how much room those before and after them take (pixels). */
export function useRowsInView(count: number) {
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: BEYOND,
    initialRect: FIRST,
  });
  const items = virtual.getVirtualItems();
  const first = items.at(0);
  const last = items.at(-1);
  return {
    box,
    first: first?.index ?? 0,
    last: last?.index ?? 0,
    before: first?.start ?? 0,
    after: virtual.getTotalSize() - (last?.end ?? 0),
    /** Brings a row into view, if it is not. */
    scrollTo: (row: number) => virtual.scrollToIndex(row),
  };
}
