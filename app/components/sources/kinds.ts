import {
  Activity,
  ChartNoAxesColumn,
  ChartSpline,
  CodeXml,
  Database,
  PencilLine,
  Rss,
  Send,
  Sparkles,
  Table2,
} from "lucide";
import { SYNTHETIC } from "../../../core/sources/synthetic";
import { EDITABLE, PUSH } from "../../../core/sources/written";

/** The kinds of source that can be made here, as people read them. */
export const kinds = [
  {
    kind: "prometheus-scrape",
    name: "Prometheus metrics",
    about: "A metrics endpoint in the Prometheus text format",
    icon: ChartNoAxesColumn,
  },
  {
    kind: "prometheus-query",
    name: "Prometheus query",
    about: "PromQL, asked of a Prometheus server",
    icon: ChartSpline,
  },
  { kind: "http-json", name: "HTTP JSON", about: "Any address that answers with JSON", icon: CodeXml },
  { kind: "feed", name: "Feed", about: "RSS, Atom or JSON Feed: each item once, as an event", icon: Rss },
  { kind: "sql", name: "SQL query", about: "Asked of PostgreSQL, or of a D1 database", icon: Database },
  { kind: "csv", name: "CSV table", about: "Comma-separated values, from an address or a file", icon: Table2 },
  {
    kind: "http-check",
    name: "Website or API check",
    about: "Whether an address answers, and how soon",
    icon: Activity,
  },
  {
    kind: SYNTHETIC,
    name: "Synthetic",
    about: "Made-up values, marked as such, for demonstrations",
    icon: Sparkles,
  },
  {
    kind: EDITABLE,
    name: "Written by people",
    about: "Keys that people set, over the live connection",
    icon: PencilLine,
  },
  {
    kind: PUSH,
    name: "Pushed by programs",
    about: "Keys that programs set, over HTTP",
    icon: Send,
  },
] as const;
