import { Link } from "react-router";
import type { FoundKeys } from "../../../core/keys/found-keys";
import { useSourceStates } from "../sources/use-source-states";
import { Glyph } from "../ui/glyph";
import { keyPlace } from "./key-place";

interface KeyPlacesProps {
  found: FoundKeys;
  followed: number;
  isFollowedTab: boolean;
}

/** All keys, those that one follows, and those of each source. */
export function KeyPlaces({ found, followed, isFollowedTab }: KeyPlacesProps) {
  const states = useSourceStates();
  const isAll = !isFollowedTab && found.asked === "";
  return (
    <nav aria-label="Keys" className="grid content-start gap-0.5 phone:flex phone:overflow-x-auto">
      <Place to={keyPlace({ sort: found.sort })} name="All keys" count={found.all} isHere={isAll} />
      <Place to={keyPlace({ tab: "followed" })} name="Followed" count={followed} isHere={isFollowedTab} />
      <div className="mt-3 grid gap-0.5 phone:hidden">
        {found.sources.map(([slug, count]) => {
          const state = states.get(slug);
          const isHere = !isFollowedTab && found.asked === `${slug}.*`;
          return (
            <Place
              key={slug}
              to={keyPlace({ asked: `${slug}.*`, sort: found.sort })}
              name={state?.name ?? slug}
              slug={slug}
              count={count}
              isHere={isHere}
              isFailing={state?.state === "failing"}
            />
          );
        })}
      </div>
    </nav>
  );
}

interface PlaceProps {
  to: string;
  name: string;
  slug?: string;
  count: number;
  isHere: boolean;
  isFailing?: boolean;
}

function Place({ to, name, slug, count, isHere, isFailing = false }: PlaceProps) {
  return (
    <Link
      to={to || "?"}
      aria-current={isHere ? "page" : undefined}
      className="flex h-8 min-w-0 items-center gap-2 rounded-6 px-2.5 text-body hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-medium aria-[current=page]:text-strong phone:h-(--thumb) phone:shrink-0"
    >
      <span className="truncate" title={name}>
        {name}
      </span>
      {slug === undefined ? null : <code className="truncate text-12 font-regular text-faint">{slug}</code>}
      {isFailing ? <Failing /> : null}
      <span className="ml-auto pl-1 text-12 font-regular text-faint">{count}</span>
    </Link>
  );
}

function Failing() {
  return (
    <>
      <Glyph name="failing" className="shrink-0" />
      <span className="sr-only">Failing</span>
    </>
  );
}
