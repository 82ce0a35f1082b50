import { useState } from "react";

/** A figure that is tinted for a moment when it changed, and not when it first appears. */
export function ChangedText({ text, className = "" }: { text: string; className?: string }) {
  const [seen, see] = useState({ text, changes: 0 });
  if (seen.text !== text) see({ text, changes: seen.changes + 1 });
  return (
    // A new element starts its animation anew; nothing else of it moves.
    <b
      key={seen.changes}
      className={`-mx-1 rounded-4 px-1 [font-weight:inherit] ${seen.changes > 0 ? "animate-tint" : ""} ${className}`}
    >
      {text}
    </b>
  );
}
