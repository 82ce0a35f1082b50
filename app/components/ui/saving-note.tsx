import { useEffect, useState } from "react";

/** Milliseconds that a change may take before it is worth a word. */
const SOON = 400;

/** Says that something is on its way, once it takes long. Mount it while it is. */
export function SavingNote() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SOON);
    return () => clearTimeout(timer);
  }, []);
  return slow ? <span className="text-12 text-faint">Saving …</span> : null;
}
