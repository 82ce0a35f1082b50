import type { ObjectStep } from "./object-step";

/** Histories that run before all others, for ever: those that once failed, and what random ones come to too seldom. */
export const objectPinned: readonly (readonly ObjectStep[])[] = [
  // A reader comes back from before the oldest tombstone to an object that has only its storage to know that by.
  [
    { do: "commit", writes: [["a.1", { number: 1 }]], unit: "" },
    { do: "time", ms: 50 },
    { do: "flow", seat: 0 },
    { do: "flow", seat: 0 },
    { do: "cut", seat: 0, away: true },
    { do: "remove", keys: ["a.1"] },
    { do: "prune" },
    { do: "kill" },
    { do: "connect", seat: 0 },
  ],
];
