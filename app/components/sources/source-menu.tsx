import { Menu } from "@base-ui/react/menu";
import { Ellipsis, KeyRound, RotateCw, Trash2, Webhook } from "lucide";
import { use } from "react";
import { Link, useFetcher, useHref } from "react-router";
import { MayManageContext } from "../frame/may-manage-context";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { menuBox, menuItem } from "../ui/menu-look";

interface Props {
  readonly slug: string;
  readonly name: string;
  /** Whether there is an upstream to ask. */
  readonly asked: boolean;
  /** Whether programs write it. */
  readonly pushed: boolean;
}

/** What one may do with a source. Without JavaScript, where no menu opens, a plain link to the removal stands in. */
export function SourceMenu({ slug, name, asked, pushed }: Props) {
  const fetcher = useFetcher();
  const mayManage = use(MayManageContext);
  const removal = `${slug}/remove`;
  const plainRemoval = useHref(removal);
  return (
    <>
      <Menu.Root>
        <Menu.Trigger
          render={<Button variant="quiet" icon={<Icon of={Ellipsis} />} aria-label={`Actions for ${name}`} />}
        />
        <Menu.Portal>
          <Menu.Positioner side="bottom" align="end" sideOffset={4} className="z-(--z-float)">
            <Menu.Popup className={menuBox}>
              {asked ? (
                <Menu.Item
                  className={menuItem}
                  onClick={() => void fetcher.submit({ intent: "refresh", slug }, { method: "post" })}
                >
                  <Icon of={RotateCw} />
                  Refresh now
                </Menu.Item>
              ) : null}
              {pushed && mayManage ? (
                <Menu.LinkItem className={menuItem} render={<Link to={`../settings/keys?source=${slug}`} />}>
                  <Icon of={KeyRound} />
                  How to push
                </Menu.LinkItem>
              ) : null}
              {pushed ? (
                <Menu.LinkItem className={menuItem} render={<Link to={`${slug}/push`} />}>
                  <Icon of={Webhook} />
                  Webhooks and pages
                </Menu.LinkItem>
              ) : null}
              <Menu.LinkItem className={menuItem} render={<Link to={removal} />}>
                <Icon of={Trash2} />
                Remove…
              </Menu.LinkItem>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <noscript>
        <a href={plainRemoval}>Remove</a>
      </noscript>
    </>
  );
}
