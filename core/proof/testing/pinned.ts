import type { Step } from "./step";

/** Histories that once failed: they run before all others, for ever. */
export const pinned: readonly (readonly Step[])[] = [
  // Not one that failed: no random history makes so many patches of one key that one of them carries a hash.
  Array.from({ length: 120 }, (_, i): Step => {
    const figure = Math.floor(i / 3);
    if (i % 3 === 0) return { do: "commit", writes: [["a.0", { rows: [0, 0, figure] }]], unit: "" };
    return i % 3 === 1 ? { do: "time", ms: 50 } : { do: "flow", seat: 0 };
  }),
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
  // A reader that more was removed for than could be told was dismissed twice.
  [
    { do: "commit", writes: [["b.0", { window: [0, 10] }]], unit: "" },
    { do: "want", seat: 1, pattern: "a.log" },
    {
      do: "commit",
      writes: [
        ["a.0", { large: 0 }],
        ["b.sub.x", { number: 0 }],
      ],
      unit: "",
    },
    { do: "remove", keys: ["b.sub.x"] },
    { do: "remove", keys: ["b.0"] },
    { do: "append", key: "$inbox.mail", events: [], keep: 3 },
    { do: "up", seat: 1, count: 1 },
    { do: "remove", keys: ["$inbox.mail"] },
    { do: "remove", keys: ["a.0"] },
    { do: "append", key: "a.log", events: [], keep: 3 },
    { do: "time", ms: 50 },
  ],
  // How large a hidden value was decided which tombstones were kept: told by two histories that differ in it.
  [
    { do: "append", key: "$inbox.mail", events: [], keep: 3 },
    { do: "remove", keys: ["a.0"] },
    { do: "append", key: "a.log", events: [], keep: 3 },
    { do: "remove", keys: ["a.log", "$inbox.mail"] },
    { do: "cut", seat: 0, away: false },
    { do: "append", key: "$inbox.mail", events: [0, 0, 0], keep: 3 },
    { do: "remove", keys: ["$inbox.mail"] },
    { do: "commit", writes: [["a.0", { number: 0 }]], unit: "" },
  ],
];
