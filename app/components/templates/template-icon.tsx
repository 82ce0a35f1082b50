import {
  Activity,
  ArrowRightLeft,
  ChartNoAxesColumn,
  CircleCheck,
  CloudSun,
  Cpu,
  House,
  ListTodo,
  type LucideIcon,
  Newspaper,
  Waves,
} from "lucide-react";

const icons = {
  machine: Cpu,
  chart: ChartNoAxesColumn,
  pulse: Activity,
  quake: Waves,
  weather: CloudSun,
  exchange: ArrowRightLeft,
  status: CircleCheck,
  news: Newspaper,
  home: House,
  list: ListTodo,
} satisfies Record<string, LucideIcon>;

export type TemplateIconName = keyof typeof icons;

export function TemplateIcon({ name }: { name: TemplateIconName }) {
  const Icon = icons[name];
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-6 border border-line text-muted">
      <Icon aria-hidden className="size-4.5" strokeWidth={1.5} />
    </span>
  );
}
