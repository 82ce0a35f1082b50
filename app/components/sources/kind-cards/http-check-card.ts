import type { KindCard } from "./kind-card";

export const httpCheckCard: KindCard = {
  title: "Check",
  shown: "group-has-[[value=http-check]:checked]/source:block",
  fields: [
    {
      setting: "contains",
      type: "text",
      label: "Must hold",
      placeholder: "any answer will do",
      hint: "Text that the answer has to contain, as it is written.",
    },
  ],
};
