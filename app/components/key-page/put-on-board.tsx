import { Menu } from "@base-ui/react/menu";
import { LayoutGrid } from "lucide";
import { Link } from "react-router";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";

export interface BoardChoice {
  readonly slug: string;
  readonly title: string;
}

/** Two clicks from a key to a panel of it: the board opens for editing, with the panel put on it and not saved yet. */
export function PutOnBoard({ name, boards }: { name: string; boards: readonly BoardChoice[] }) {
  const search = new URLSearchParams({ edit: "1", add: name });
  return (
    <Menu.Root>
      <Menu.Trigger render={<Button variant="prime" icon={<Icon of={LayoutGrid} />} />}>Put on a board</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4} className="z-(--z-float)">
          <Menu.Popup className="max-h-[min(400px,60dvh)] min-w-44 max-w-80 overflow-y-auto rounded-8 border border-line-strong bg-raised p-1 shadow-float outline-none">
            {boards.map(({ slug, title }) => (
              <Menu.LinkItem
                key={slug}
                render={<Link to={`../b/${slug}?${search}`} />}
                className="flex h-8 items-center truncate rounded-4 px-2 text-body outline-none data-highlighted:bg-hover data-highlighted:text-strong phone:h-(--thumb)"
              >
                {title}
              </Menu.LinkItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
