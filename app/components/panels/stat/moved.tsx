import type { ReactNode } from "react";
import { change } from "../../format/measure";
import { useReader } from "../../format/reader-provider";

interface MovedProps {
  from: number;
  to: number;
  unit: string | undefined;
  /** What is said where it is the same. */
  steady: string;
  children: ReactNode;
}

/** A longer unit is left to the figure above, which has the same: the line has room for few words. */
const SHORT = 3;

/** A change in figures, and since when. */
export function Moved({ from, to, unit, steady, children }: MovedProps) {
  const { locale } = useReader();
  const moved = change(from, to, unit, locale);
  if (!moved) return steady;
  return (
    <>
      <b className="font-medium text-body">{moved.text}</b> {moved.unit.length <= SHORT ? moved.unit : ""} {children}
    </>
  );
}
