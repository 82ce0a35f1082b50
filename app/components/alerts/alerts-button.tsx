import { Bell } from "lucide";
import { useState } from "react";
import { Link } from "react-router";
import { HeaderCard } from "../frame/header-card";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { Icon } from "../ui/icon";
import { ALERTS_CARD } from "./alerts-card-id";
import { CallingSaid } from "./calling-said";
import { useCalling } from "./use-calling";

const FiringList = loadableComponent(componentCode(() => import("./firing-list")));

/** The bell of the header: what fires, behind a count of what calls for somebody. On a phone the bar of places has it. */
export function AlertsButton({ slug }: { slug: string }) {
  const { words, ...mark } = useCalling();
  const [isOpen, open] = useState(false);
  return (
    <>
      <HeaderCard
        id={ALERTS_CARD}
        label={`Alerts${words}`}
        icon={<Icon of={Bell} />}
        mark={mark}
        title={
          <Link to={`/w/${slug}/alerts`} className="hover:underline">
            Alerts
          </Link>
        }
        onToggle={open}
        className="phone:hidden"
      >
        {isOpen ? (
          <Wanted unwant={() => document.getElementById(ALERTS_CARD)?.hidePopover()}>
            <FiringList slug={slug} />
          </Wanted>
        ) : null}
      </HeaderCard>
      <CallingSaid />
    </>
  );
}
