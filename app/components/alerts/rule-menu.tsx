import { Menu } from "@base-ui/react/menu";
import { Bell, BellOff, Ellipsis, Pencil, Trash2 } from "lucide";
import { Link, useSubmit } from "react-router";
import type { AlertRule } from "../../../core/alerts/rule";
import { silences } from "../../../core/alerts/silences";
import { notify } from "../notify/notify";
import { everyWords } from "../sources/duration-words";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { menuBox, menuItem } from "../ui/menu-look";
import { sendAct } from "./send-act";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly rule: Pick<AlertRule, "id" | "name">;
  readonly silenced: boolean;
}

/** What one does with a rule. Without JavaScript, where no menu opens, its name leads to a page that does the same. */
export function RuleMenu({ slug, rule: { id, name }, silenced }: Props) {
  const submit = useSubmit();
  const act = async (what: string) => {
    const form = new FormData();
    form.set("id", id);
    form.set("act", what);
    const problem = await sendAct(slug, form);
    if (problem !== null) notify({ id: "alert", words: "Not done", more: problem });
  };
  return (
    <Menu.Root>
      <Menu.Trigger
        render={<Button variant="quiet" icon={<Icon of={Ellipsis} />} aria-label={`Actions for ${name}`} />}
      />
      <Menu.Portal>
        <Menu.Positioner side="bottom" align="end" sideOffset={4} className="z-(--z-float)">
          <Menu.Popup className={menuBox}>
            <Menu.LinkItem className={menuItem} render={<Link to={`rule/${id}`} />}>
              <Icon of={Pencil} />
              Edit
            </Menu.LinkItem>
            {silenced ? (
              <Menu.Item className={menuItem} onClick={() => void act("unsilence")}>
                <Icon of={Bell} />
                End silence
              </Menu.Item>
            ) : (
              silences.map((lasts) => (
                <Menu.Item key={lasts} className={menuItem} onClick={() => void act(`silence ${lasts}`)}>
                  <Icon of={BellOff} />
                  Silence for {everyWords(lasts)}
                </Menu.Item>
              ))
            )}
            <Menu.Item
              className={menuItem}
              onClick={() => void submit({ id, act: "remove" }, { method: "post", preventScrollReset: true })}
            >
              <Icon of={Trash2} />
              Remove
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
