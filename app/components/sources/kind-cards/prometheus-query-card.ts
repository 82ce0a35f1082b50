import type { KindCard } from "./kind-card";

export const prometheusQueryCard: KindCard = {
  title: "Queries",
  shown: "group-has-[[value=prometheus-query]:checked]/source:block",
  fields: [
    {
      setting: "queries",
      type: "lines",
      label: "Queries",
      placeholder: "load = node_load1",
      hint: 'One a line: a key\'s name, =, PromQL and, after #, perhaps a unit: cpu = 100 * (1 - avg(rate(node_cpu_seconds_total{mode="idle"}[1m]))) # %',
    },
    {
      setting: "labels",
      type: "words",
      label: "Labels that name keys",
      placeholder: "all",
      hint: "Such as instance. Their values follow the name.",
    },
    {
      setting: "range",
      type: "number",
      label: "Minutes up to now",
      placeholder: "0",
      hint: "Makes lists of points in place of single values.",
    },
  ],
};
