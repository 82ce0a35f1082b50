import { useEffect } from "react";
import { useNow } from "../../live/use-now";
import { moment, zoneName } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { lightOnPaper } from "../frame/theme";
import { useBoardRange } from "../range/range-context";
import { rangeWords } from "../range/range-words";

const MINUTE = 60_000;

/** What a board on paper is, of which time, and from when. */
export function PaperHead({ title }: { title: string }) {
  const { timeZone } = useReader();
  const { range } = useBoardRange();
  const now = useNow(MINUTE);
  useEffect(() => lightOnPaper(), []);
  return (
    <p aria-hidden className="hidden gap-3 px-4 text-muted print:flex">
      <b className="font-medium text-strong">{title}</b>
      {rangeWords(range, timeZone)}
      <span className="ml-auto">
        {moment(now, timeZone)} {zoneName(now, timeZone)}
      </span>
    </p>
  );
}
