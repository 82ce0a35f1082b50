import { ChevronDown } from "lucide";
import { useRef, useState } from "react";
import { componentCode } from "../loadable/component-code";
import { loadableComponent } from "../loadable/loadable-component";
import { Wanted } from "../loadable/wanted";
import { Icon } from "../ui/icon";
import { useHydrated } from "../ui/use-hydrated";
import { chosenWords } from "./chosen-words";

const ChoiceCard = loadableComponent(componentCode(() => import("./choice-card")));

export interface ChoiceProps {
  name: string;
  /** In their order. */
  choices: readonly string[];
  chosen: readonly string[];
  mayBeAll: boolean;
  choose: (values: readonly string[]) => void;
}

/** A variable and what is chosen of it; its choices are loaded when they are opened. */
export function Choice(props: ChoiceProps) {
  const { name, chosen } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const words = chosenWords(chosen);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={!useHydrated()}
        onClick={() => setOpen(!open)}
        className="flex h-(--control) max-w-full min-w-0 items-center gap-1.5 rounded-6 border border-line-strong bg-panel px-2.5 whitespace-nowrap hover:bg-hover phone:h-(--thumb)"
      >
        <span className="text-muted">{name}</span>
        <span title={words} className="max-w-60 truncate font-medium text-strong">
          {words}
        </span>
        <Icon of={ChevronDown} className="size-4 shrink-0 text-muted" />
      </button>
      {open ? (
        <Wanted unwant={() => setOpen(false)}>
          <ChoiceCard {...props} anchor={button} close={() => setOpen(false)} />
        </Wanted>
      ) : null}
    </>
  );
}
