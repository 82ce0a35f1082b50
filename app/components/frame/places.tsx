import { Bell, Database, Key, LayoutGrid, Settings } from "lucide";
import { use } from "react";
import { Link, useLocation } from "react-router";
import { useCalling } from "../alerts/use-calling";
import { CountMark } from "../ui/count-mark";
import { Icon } from "../ui/icon";
import { MayManageContext } from "./may-manage-context";

const places = [
  { path: "", under: "", name: "Boards", icon: LayoutGrid, isSettings: false },
  { path: "/keys", under: "/keys", name: "Keys", icon: Key, isSettings: false },
  { path: "/sources", under: "/sources", name: "Sources", icon: Database, isSettings: false },
  { path: "/alerts", under: "/alerts", name: "Alerts", icon: Bell, isSettings: false },
  { path: "/settings/members", under: "/settings", name: "Settings", icon: Settings, isSettings: true },
];

function usePlaces(slug: string) {
  const { pathname } = useLocation();
  const mayManage = use(MayManageContext);
  const root = `/w/${slug}`;
  const here = places.find(({ under }) => under !== "" && pathname.startsWith(root + under))?.under ?? "";
  return places
    .filter(({ isSettings }) => mayManage || !isSettings)
    .map((place) => ({ ...place, to: root + place.path, current: place.under === here }));
}

/** The places of a workspace as a rail at the left edge; what is set up once and seldom stands at its end. */
export function Rail({ slug }: { slug: string }) {
  return (
    <>
      {usePlaces(slug).map(({ to, name, icon, current, isSettings }) => (
        <Link
          key={to}
          to={to}
          aria-label={name}
          title={name}
          aria-current={current ? "page" : undefined}
          className={`grid size-9 place-items-center rounded-6 text-muted hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-accent ${isSettings ? "mt-auto" : ""}`}
        >
          <Icon of={icon} className="size-4.5" />
        </Link>
      ))}
    </>
  );
}

/** The same places under the thumb. */
export function BottomBar({ slug }: { slug: string }) {
  const calling = useCalling();
  return (
    <nav
      aria-label="Workspace"
      className="fixed inset-x-0 bottom-0 z-(--z-header) hidden h-15 auto-cols-fr grid-flow-col border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] phone:grid print:hidden"
    >
      {usePlaces(slug).map(({ to, name, icon, current }) => (
        <Link
          key={to}
          to={to}
          aria-current={current ? "page" : undefined}
          className="grid content-center justify-items-center gap-0.5 text-12 text-muted aria-[current=page]:font-medium aria-[current=page]:text-accent"
        >
          <span className="relative -m-2 p-2">
            <Icon of={icon} className="size-5" />
            {icon === Bell ? <CountMark {...calling} /> : null}
          </span>
          {name}
        </Link>
      ))}
    </nav>
  );
}
