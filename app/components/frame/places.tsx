import { Database, LayoutGrid } from "lucide-react";
import { Link, useLocation } from "react-router";

const places = [
  { path: "", name: "Boards", Icon: LayoutGrid },
  { path: "/sources", name: "Sources", Icon: Database },
];

function usePlaces(slug: string) {
  const { pathname } = useLocation();
  const root = `/w/${slug}`;
  const here = pathname.startsWith(`${root}/sources`) ? "/sources" : "";
  return places.map((place) => ({ ...place, to: root + place.path, current: place.path === here }));
}

/** The places of a workspace as a rail at the left edge. */
export function Rail({ slug }: { slug: string }) {
  return (
    <>
      {usePlaces(slug).map(({ to, name, Icon, current }) => (
        <Link
          key={to}
          to={to}
          aria-label={name}
          title={name}
          aria-current={current ? "page" : undefined}
          className="grid size-9 place-items-center rounded-6 text-muted hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-accent"
        >
          <Icon aria-hidden className="size-4.5" strokeWidth={1.5} />
        </Link>
      ))}
    </>
  );
}

/** The same places under the thumb. */
export function BottomBar({ slug }: { slug: string }) {
  return (
    <nav
      aria-label="Workspace"
      className="fixed inset-x-0 bottom-0 z-(--z-header) hidden h-15 auto-cols-fr grid-flow-col border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] phone:grid"
    >
      {usePlaces(slug).map(({ to, name, Icon, current }) => (
        <Link
          key={to}
          to={to}
          aria-current={current ? "page" : undefined}
          className="grid content-center justify-items-center gap-0.5 text-12 text-muted aria-[current=page]:font-medium aria-[current=page]:text-accent"
        >
          <Icon aria-hidden className="size-5" strokeWidth={1.5} />
          {name}
        </Link>
      ))}
    </nav>
  );
}
