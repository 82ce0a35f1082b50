import {
  ChartColumn,
  ChartLine,
  ChartPie,
  CircleDot,
  Gauge,
  Grid3x3,
  Hash,
  Heading,
  type IconNode,
  ListChecks,
  MessagesSquare,
  ScrollText,
  Star,
  StickyNote,
  Table,
  Type,
} from "lucide";
import type { Panel } from "../../../core/boards/document";

/** What the kinds of panels are called, and their pictures. */
export const kindNames: Readonly<Record<Panel["type"], { readonly name: string; readonly icon: IconNode }>> = {
  stat: { name: "Number", icon: Hash },
  line: { name: "Lines", icon: ChartLine },
  bar: { name: "Bars", icon: ChartColumn },
  pie: { name: "Shares", icon: ChartPie },
  gauge: { name: "Gauge", icon: Gauge },
  grid: { name: "States", icon: Grid3x3 },
  table: { name: "Table", icon: Table },
  text: { name: "Text", icon: Type },
  section: { name: "Section", icon: Heading },
  status: { name: "Sources", icon: CircleDot },
  list: { name: "To-do list", icon: ListChecks },
  note: { name: "Note", icon: StickyNote },
  events: { name: "Events", icon: ScrollText },
  discussion: { name: "Discussion", icon: MessagesSquare },
  followed: { name: "Followed keys", icon: Star },
};
