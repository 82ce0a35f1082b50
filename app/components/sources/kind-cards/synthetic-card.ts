import type { KindCard } from "./kind-card";

export const syntheticCard: KindCard = {
  title: "Scene",
  shown: "group-has-[[value=synthetic]:checked]/source:block",
  fields: [
    {
      setting: "scene",
      type: "choice",
      label: "Scene",
      choices: [
        ["service", "a web service with incidents"],
        ["property", "a property market"],
        ["seasons", "numbers with days and weeks"],
        ["walks", "numbers that wander"],
      ],
    },
    { setting: "seed", type: "text", label: "Seed", placeholder: "1", hint: "Another seed is another history." },
    {
      setting: "count",
      type: "number",
      label: "How many numbers",
      placeholder: "4",
      hint: "Of the last two scenes, 200 at most.",
    },
  ],
};
