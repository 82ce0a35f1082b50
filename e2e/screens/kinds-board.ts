import type { BoardDocument, Panel } from "../../core/boards/document";
import { GRID_COLUMNS } from "../../core/boards/grid-columns";
import { sourceOf } from "../../core/keys/name";

type Unplaced<P extends Panel> = P extends Panel ? Omit<P, "place"> : never;

/** A board with every kind of panel over one source. `at`: a key of the source, by the metric's name. */
export function kindsBoard(title: string, at: (metric: string) => string): BoardDocument {
  const cores = at("cpu_core_usage_percent.*");
  const all: Unplaced<Panel>[][] = [
    [
      {
        id: "stat",
        type: "stat",
        title: "Processor",
        key: at("cpu_usage_percent"),
        unit: "%",
        thresholds: [{ above: 80, level: "warning" }],
      },
      {
        id: "gauge",
        type: "gauge",
        title: "Memory",
        key: `= {${at("memory_used_bytes")}} / {${at("memory_total_bytes")}} * 100`,
        min: 0,
        max: 100,
        unit: "%",
        thresholds: [{ above: 90, level: "critical" }],
      },
      { id: "bar", type: "bar", title: "Cores", series: [{ key: cores }], over: "keys", unit: "%", min: 0, max: 100 },
      {
        id: "pie",
        type: "pie",
        title: "Network",
        series: [
          { key: at("network_receive_bytes_per_second"), name: "in" },
          { key: at("network_transmit_bytes_per_second"), name: "out" },
        ],
      },
    ],
    [
      {
        id: "line",
        type: "line",
        title: "Processor by core",
        series: [{ key: cores, name: "core" }],
        min: 0,
        max: 100,
        unit: "%",
        thresholds: [{ above: 80, level: "warning", name: "Busy" }],
      },
      {
        id: "over-time",
        type: "bar",
        title: "Received",
        series: [{ key: at("network_receive_bytes_per_second"), name: "in" }],
        over: "time",
      },
    ],
    [
      {
        id: "grid",
        type: "grid",
        title: "Cores as fields",
        keys: [cores],
        thresholds: [{ above: 80, level: "warning" }],
      },
      { id: "table", type: "table", title: "All keys", keys: [`${sourceOf(at("any"))}.*`] },
      { id: "status", type: "status", title: "Sources" },
      {
        id: "text",
        type: "text",
        title: "What this is",
        text: "**Every kind of panel** over one source.\n\n- a list\n- with [a link](https://example.org)\n",
      },
    ],
    [
      { id: "list", type: "list", title: "To do", key: "team.todo" },
      { id: "note", type: "note", title: "Note", key: "team.note" },
      { id: "events", type: "events", title: "Events", key: "events.log" },
      { id: "discussion", type: "discussion", title: "Discussion" },
      { id: "followed", type: "followed", title: "Keys I follow" },
    ],
  ];
  return { schema: 1, title, panels: all.flatMap((row, i) => inRow(row, i * HEIGHT)) };
}

const HEIGHT = 7;

/** One beside the other, the last as wide as what is left. */
function inRow(panels: readonly Unplaced<Panel>[], y: number): Panel[] {
  const w = Math.floor(GRID_COLUMNS / panels.length);
  return panels.map((panel, i) => {
    const isLast = i === panels.length - 1;
    return { ...panel, place: { x: i * w, y, w: isLast ? GRID_COLUMNS - i * w : w, h: HEIGHT } };
  });
}
