import { type ComponentProps, useEffect } from "react";
import { useNow } from "../../live/use-now";
import { moment, zoneName } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Frame } from "../frame/frame";
import { lightOnPaper } from "../frame/theme";
import { useBoardRange } from "../range/range-context";
import { rangeWords } from "../range/range-words";

const MINUTE = 60_000;

/** The frame around a board; none on a wall, where nothing but the board is seen. */
export function BoardFrame({ isWall, children, ...frame }: ComponentProps<typeof Frame> & { isWall: boolean }) {
  useEffect(() => lightOnPaper(), []);
  if (isWall) return children;
  return (
    <Frame {...frame}>
      <PaperHead>{frame.here}</PaperHead>
      {children}
    </Frame>
  );
}

/** What a board on paper is, of which time, and from when. */
function PaperHead({ children }: Pick<ComponentProps<typeof Frame>, "children">) {
  const { timeZone } = useReader();
  const { range } = useBoardRange();
  const now = useNow(MINUTE);
  return (
    <p aria-hidden className="hidden gap-3 px-4 text-muted print:flex">
      <b className="font-medium text-strong">{children}</b>
      {rangeWords(range, timeZone)}
      <span className="ml-auto">
        {moment(now, timeZone)} {zoneName(now, timeZone)}
      </span>
    </p>
  );
}
