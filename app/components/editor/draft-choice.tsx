import { useEffect, useRef, useState } from "react";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";

interface DraftChoiceProps {
  readonly at: number;
  readonly goOn: () => void;
  readonly discard: () => void;
}

/** That there is work which was never saved, from when, and what is to become of it. Spans the board's grid. */
export function DraftChoice({ at, goOn, discard }: DraftChoiceProps) {
  const { timeZone } = useReader();
  const [now] = useState(() => Date.now());
  const box = useRef<HTMLDivElement>(null);
  // Nothing of the board can be edited before this is decided.
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={box} className="relative z-(--z-handle) [grid-area:1/1/span_3/span_12]">
      <Notice tone="info" title={`You have unsaved changes from ${when(at, now, timeZone)}.`}>
        <p>They are kept in this browser alone.</p>
        <div className="mt-1 flex gap-2">
          <Button variant="prime" onClick={goOn}>
            Continue
          </Button>
          <Button onClick={discard}>Discard</Button>
        </div>
      </Notice>
    </div>
  );
}
