import { Menu } from "@base-ui/react/menu";
import { Copy, Download, Ellipsis, Folder, History, Trash2 } from "lucide";
import { useState } from "react";
import { Link, useFetcher } from "react-router";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { menuBox, menuItem } from "../ui/menu-look";

const FolderDialog = loadableComponent(componentCode(() => import("./folder-dialog")));

interface BoardMenuProps {
  slug: string;
  title: string;
  folder: string;
  /** Those that there are. */
  folders: readonly string[];
}

/** What one may do with a board. Without JavaScript, where no menu opens, a plain link to its page of versions stands in. */
export function BoardMenu({ slug, title, folder, folders }: BoardMenuProps) {
  const { submit } = useFetcher();
  const [isFiling, file] = useState<boolean | null>(null);
  const run = (intent: string) => () => void submit({ intent, slug }, { method: "post" });
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          render={<Button variant="quiet" icon={<Icon of={Ellipsis} />} aria-label={`Actions for ${title}`} />}
        />
        <Menu.Portal>
          <Menu.Positioner side="bottom" align="end" sideOffset={4} className="z-(--z-float)">
            <Menu.Popup className={menuBox}>
              <Menu.LinkItem className={menuItem} render={<Link to={`b/${slug}/settings`} />}>
                <Icon of={History} />
                Name and versions
              </Menu.LinkItem>
              <Menu.Item className={menuItem} onClick={() => file(true)}>
                <Icon of={Folder} />
                Folder…
              </Menu.Item>
              <Menu.Item className={menuItem} onClick={run("duplicate")}>
                <Icon of={Copy} />
                Duplicate
              </Menu.Item>
              <Menu.LinkItem className={menuItem} render={<Link to={`b/${slug}/export`} reloadDocument download />}>
                <Icon of={Download} />
                Export as JSON
              </Menu.LinkItem>
              <Menu.Item className={menuItem} onClick={run("remove")}>
                <Icon of={Trash2} />
                Remove
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {isFiling === null ? null : (
        <Wanted unwant={() => file(null)}>
          <FolderDialog {...{ slug, title, folder, folders }} open={isFiling} setOpen={file} />
        </Wanted>
      )}
      <noscript>
        <Link to={`b/${slug}/settings`}>Name and versions</Link>
      </noscript>
    </>
  );
}
