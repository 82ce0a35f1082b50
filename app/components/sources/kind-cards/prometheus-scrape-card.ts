import type { KindCard } from "./kind-card";

export const prometheusScrapeCard: KindCard = {
  title: "Metrics",
  shown: "group-has-[[value=prometheus-scrape]:checked]/source:block",
  fields: [
    {
      setting: "include",
      type: "words",
      label: "Only these",
      placeholder: "all",
      hint: "Names with * for any part, separated by blanks.",
    },
    { setting: "exclude", type: "words", label: "Not these", placeholder: "none", hint: "Such as go_* process_*" },
    {
      setting: "prefix",
      type: "text",
      label: "Take off the front of names",
      placeholder: "nothing",
      hint: "Such as node_",
    },
    {
      setting: "rates",
      type: "choice",
      label: "Counters",
      choices: [
        ["yes", "as totals and per second"],
        ["no", "as totals"],
      ],
    },
  ],
};
