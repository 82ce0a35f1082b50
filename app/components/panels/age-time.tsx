import type { ReactNode } from "react";
import { clockSeconds } from "../format/clock";
import { useReader } from "../format/reader-provider";

interface AgeTimeProps {
  /** Milliseconds since 1970. */
  at: number;
  /** The state's word, where the age stands with one. */
  word?: string;
  title?: string;
  className?: string;
  children: ReactNode;
}

/** An age, which on paper, where it would be wrong a second later, is the time itself. */
export function AgeTime({ at, word, children, ...rest }: AgeTimeProps) {
  const { timeZone } = useReader();
  const time = clockSeconds(at, timeZone);
  return (
    <time dateTime={new Date(at).toISOString()} data-printed={word === undefined ? time : `${word}, ${time}`} {...rest}>
      {children}
    </time>
  );
}
