import { useEffect, useState } from "react";

/** Under this many milliseconds a wait needs no words. */
const PATIENCE = 400;

/** A test under way: quiet at first, then how long it has taken of the seconds it may take. */
export function TestProgress({ most }: { most: number }) {
  const waited = useWaited();
  const seconds = waited === null ? null : Math.min(waited, most);
  const begun = seconds !== null;
  return (
    <div className="grid gap-2">
      <p className="text-body">{begun ? `Asking the address… ${seconds} s of at most ${most} s` : "\u00a0"}</p>
      <progress
        aria-label="Test under way"
        max={most}
        value={seconds ?? 0}
        className={`h-1 w-full appearance-none overflow-hidden rounded-4 bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent ${begun ? "" : "invisible"}`}
      />
    </div>
  );
}

function useWaited(): number | null {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const first = setTimeout(() => setSeconds(0), PATIENCE);
    const each = setInterval(() => setSeconds((so) => (so ?? 0) + 1), 1_000);
    return () => {
      clearTimeout(first);
      clearInterval(each);
    };
  }, []);
  return seconds;
}
