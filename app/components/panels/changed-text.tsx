import { useState } from "react";

/** A figure that is tinted for a moment when it changed, and not when it first appears. */
export function ChangedText({ text, className = "" }: { text: string; className?: string }) {
  const [seen, see] = useState({ text, changes: 0 });
  if (seen.text !== text) see({ text, changes: seen.changes + 1 });
  return (
    <b
      className={`-mx-1 rounded-4 px-1 [font-weight:inherit] ${seen.changes > 0 ? tints[seen.changes % 2] : ""} ${className}`}
    >
      {text}
    </b>
  );
}

/** An animation of another name begins anew; a new element in its place would be laid out anew, too. */
const tints = ["animate-tint", "animate-tint-again"];
