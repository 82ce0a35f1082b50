import { ChartNoAxesColumn, CodeXml } from "lucide-react";

/** The kinds of source that can be made here, as people read them. */
export const kinds = [
  {
    kind: "prometheus",
    name: "Prometheus",
    about: "A metrics endpoint in the Prometheus text format",
    icon: ChartNoAxesColumn,
  },
  { kind: "http-json", name: "HTTP JSON", about: "Any address that answers with JSON", icon: CodeXml },
] as const;
