import { NavLink } from "react-router";

const pages = [
  { path: "members", name: "Members" },
  { path: "keys", name: "API keys" },
];

/** The pages of a workspace's settings. */
export function SettingsNav({ slug }: { slug: string }) {
  return (
    <nav aria-label="Settings" className="flex gap-1">
      {pages.map(({ path, name }) => (
        <NavLink
          key={path}
          to={`/w/${slug}/settings/${path}`}
          className="inline-flex h-(--control) items-center rounded-6 px-2.5 font-medium text-muted hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:text-accent phone:min-h-(--thumb)"
        >
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
