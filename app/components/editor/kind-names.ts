import {
  ChartColumn,
  ChartLine,
  ChartPie,
  CircleDot,
  Gauge,
  Grid3x3,
  Hash,
  Heading,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  ScrollText,
  Star,
  StickyNote,
  Table,
  Type,
} from "lucide-react";
import type { Panel } from "../../../core/boards/document";

/** What the kinds of panels are called, and their pictures. */
export const kindNames: Readonly<Record<Panel["type"], { readonly name: string; readonly Icon: LucideIcon }>> = {
  stat: { name: "Number", Icon: Hash },
  line: { name: "Lines", Icon: ChartLine },
  bar: { name: "Bars", Icon: ChartColumn },
  pie: { name: "Shares", Icon: ChartPie },
  gauge: { name: "Gauge", Icon: Gauge },
  grid: { name: "States", Icon: Grid3x3 },
  table: { name: "Table", Icon: Table },
  text: { name: "Text", Icon: Type },
  section: { name: "Section", Icon: Heading },
  status: { name: "Sources", Icon: CircleDot },
  list: { name: "To-do list", Icon: ListChecks },
  note: { name: "Note", Icon: StickyNote },
  events: { name: "Events", Icon: ScrollText },
  discussion: { name: "Discussion", Icon: MessagesSquare },
  followed: { name: "Followed keys", Icon: Star },
};
