import { Plus } from "lucide";
import { useRef } from "react";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { Icon } from "../../ui/icon";
import type { FormErrors } from "../form-errors";
import { MappingRule } from "./mapping-rule";
import type { RuleLines } from "./use-rule-lines";

interface Props {
  readonly rules: RuleLines;
  readonly errors: FormErrors;
}

/** Which fields of a JSON answer become keys. Only for kinds that are mapped: the form hides it otherwise. */
export function MappingRules({ rules: { lines, add, remove }, errors }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  return (
    <Card className="hidden group-has-[[value=http-json]:checked]/source:block" aria-labelledby="mapping-title">
      <h2 id="mapping-title" className="flex min-h-11 items-center px-4 text-14 font-medium text-strong">
        Keys
      </h2>
      <p className="px-4 pb-3 text-muted">
        {lines.length === 0
          ? "Each plain value at the top of the answer becomes a key. Once there is a rule, only rules make keys: choose parts of the answer above, or add one."
          : "Each rule makes a key from what its JMESPath expression picks, such as rates.EUR or max(items[].price)."}
      </p>
      <ul ref={list}>
        {lines.map(({ id, rule }, index) => (
          <MappingRule
            key={id}
            index={index}
            values={rule}
            errors={errors}
            onRemove={() => {
              remove(id);
              adder.current?.focus();
            }}
          />
        ))}
      </ul>
      <div className="border-t border-line px-4 py-3">
        <Button
          ref={adder}
          type="submit"
          name="intent"
          value="add-rule"
          icon={<Icon of={Plus} />}
          onClick={(event) => {
            event.preventDefault();
            add([{}]);
            // Typing goes to the new line, once it is on the screen.
            requestAnimationFrame(() => list.current?.lastElementChild?.querySelector("input")?.focus());
          }}
        >
          Add a rule
        </Button>
      </div>
    </Card>
  );
}
