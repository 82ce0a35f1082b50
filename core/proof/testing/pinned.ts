import type { Step } from "./step";

/** Histories that once failed: they run before all others, for ever. */
export const pinned: readonly (readonly Step[])[] = [
  // An acknowledgement after the end of the session was answered with what the reader had missed.
  [
    { do: "commit", writes: [["a.0", { large: 0 }]], unit: "" },
    { do: "commit", writes: [["a.0", { number: 0 }]], unit: "" },
    { do: "time", ms: 70_000 },
    { do: "flow", seat: 0 },
  ],
  // A reader that was behind got an answer of a later commit than what it lacked.
  [
    { do: "commit", writes: [["a.0", { large: 0 }]], unit: "" },
    { do: "resync", seat: 0 },
    { do: "series", value: 0 },
  ],
  // A request that waited for a reader to catch up was forgotten while the object slept.
  [
    { do: "slow", seat: 0, slow: true },
    { do: "commit", writes: [["a.0", { large: 0 }]], unit: "" },
    { do: "time", ms: 50 },
    { do: "commit", writes: [["a.0", { large: 1 }]], unit: "" },
    { do: "time", ms: 50 },
    { do: "leave", seat: 0, nth: 0 },
    { do: "up", seat: 0, count: 1 },
    { do: "time", ms: 1_500 },
    { do: "hibernate" },
  ],
];
