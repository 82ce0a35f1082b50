import {
  Activity,
  ArrowRightLeft,
  ChartNoAxesColumn,
  CircleCheck,
  CloudSun,
  Cpu,
  House,
  type IconNode,
  ListTodo,
  Newspaper,
  Waves,
} from "lucide";
import { Icon } from "../ui/icon";

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
} satisfies Record<string, IconNode>;

export type TemplateIconName = keyof typeof icons;

export function TemplateIcon({ name }: { name: TemplateIconName }) {
  const icon = icons[name];
  return (
    <span className="grid size-9 shrink-0 place-items-center rounded-6 border border-line text-muted">
      <Icon of={icon} className="size-4.5" />
    </span>
  );
}
