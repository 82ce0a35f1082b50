import type { BoardDocument, LinePanel, Panel, Place, StatPanel } from "../core/boards/document";

const STAT = { w: 2, h: 3 };
const TALL = 7;

const stats: Omit<StatPanel, "type" | "place">[] = [
  { id: "cpu", title: "Processor", key: "node.cpu_usage_percent", thresholds: [{ above: 90, level: "warning" }] },
  { id: "memory", title: "Memory", key: "node.memory_used_bytes", of: "node.memory_total_bytes" },
  { id: "load", title: "Load, 1 min", key: "node.load1" },
  { id: "disk", title: "Disk, /", key: "node.disk_used_percent._2f", thresholds: [{ above: 90, level: "warning" }] },
  { id: "received", title: "Network in", key: "node.network_receive_bytes_per_second" },
  { id: "processes", title: "Processes", key: "node.processes_total" },
];

function line(
  id: string,
  title: string,
  place: Place,
  more: Pick<LinePanel, "series"> & Partial<LinePanel>,
): LinePanel {
  return { ...more, id, type: "line", title, place };
}

const panels: Panel[] = [
  ...stats.map((one, i): StatPanel => ({ ...one, type: "stat", place: { x: i * STAT.w, y: 0, ...STAT } })),
  line(
    "cpu-cores",
    "Processor by core, %",
    { x: 0, y: 3, w: 8, h: TALL },
    {
      series: [
        { key: "node.cpu_usage_percent", name: "all" },
        { key: "node.cpu_core_usage_percent.*", name: "core" },
      ],
      min: 0,
      max: 100,
      thresholds: [{ above: 90, level: "warning", name: "90 %" }],
    },
  ),
  { id: "sources", type: "status", title: "Sources", place: { x: 8, y: 3, w: 4, h: TALL } },
  line(
    "network",
    "Network",
    { x: 0, y: 10, w: 4, h: TALL },
    {
      series: [
        { key: "node.network_receive_bytes_per_second", name: "in" },
        { key: "node.network_transmit_bytes_per_second", name: "out" },
        {
          key: "= {node.network_receive_bytes_per_second} + {node.network_transmit_bytes_per_second}",
          name: "both",
        },
      ],
      min: 0,
    },
  ),
  line(
    "memory-used",
    "Memory in use",
    { x: 4, y: 10, w: 4, h: TALL },
    {
      series: [{ key: "node.memory_used_bytes", name: "used" }],
      area: true,
      min: 0,
    },
  ),
  line(
    "loads",
    "Load",
    { x: 8, y: 10, w: 4, h: TALL },
    {
      series: [
        { key: "node.load1", name: "1 min" },
        { key: "node.load5", name: "5 min" },
        { key: "node.load15", name: "15 min" },
      ],
      min: 0,
    },
  ),
  line(
    "disk-io",
    "Disk traffic",
    { x: 0, y: 17, w: 5, h: TALL },
    {
      series: [
        { key: "node.disk_read_bytes_per_second", name: "read" },
        { key: "node.disk_write_bytes_per_second", name: "written" },
      ],
      min: 0,
    },
  ),
  {
    id: "table",
    type: "table",
    title: "Memory and disks",
    place: { x: 5, y: 17, w: 7, h: TALL },
    keys: ["node.memory_used_bytes", "node.memory_available_bytes", "node.swap_used_bytes", "node.disk_used_percent.*"],
  },
];

/** The board that a new workspace opens with where the server reads its own machine. Keys: exporter/README.md. */
export const starterBoard: BoardDocument = { schema: 1, title: "This machine", panels };
