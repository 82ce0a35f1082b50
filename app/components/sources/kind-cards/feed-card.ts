import type { KindCard } from "./kind-card";

export const feedCard: KindCard = {
  title: "Items",
  shown: "group-has-[[value=feed]:checked]/source:block",
  fields: [
    {
      setting: "keep",
      type: "number",
      label: "Items kept",
      placeholder: "100",
      hint: "The newest ones, 400 at most.",
    },
  ],
};
