import { type ChosenValues, choicesOf, type KeysOf, mayBeAll } from "../../../core/boards/chosen-values";
import type { BoardDocument } from "../../../core/boards/document";
import type { ShownBoard } from "../../../core/boards/shown-board";
import type { Variable } from "../../../core/boards/variable";
import { Choice } from "./choice";
import { chosenWords } from "./chosen-words";
import { TypedValue } from "./typed-value";
import { useChoose } from "./use-choose";

export interface VariableBarProps extends ChosenValues, Pick<ShownBoard, "capped"> {
  /** As it is stored. */
  document: BoardDocument;
  keysOf: KeysOf;
}

/** Of an address that asks for much that is not there. */
const TOLD = 3;

/** What a reader of the board chooses, under its header; and what could not be shown as it was asked for. */
export function VariableBar({ document, keysOf, chosen, refused, capped }: VariableBarProps) {
  const choose = useChoose();
  const { variables = [] } = document;
  return (
    <div
      role="group"
      aria-label="Variables"
      data-variables
      className="flex flex-wrap items-center gap-2 px-4 pt-3 phone:px-3 phone:pt-2"
    >
      {variables.map((one) => {
        const shared = {
          name: nameOf(one),
          chosen: chosen.get(one.name) ?? [],
          choose: (values: readonly string[]) => choose(one.name, values),
        };
        if (one.type === "text") return <TypedValue key={one.name} {...shared} />;
        return (
          <Choice key={one.name} {...shared} choices={choicesOf(one, keysOf)} mayBeAll={mayBeAll(document, one)} />
        );
      })}
      <div role="status" className="text-12 text-late-text">
        {refused.slice(0, TOLD).map(({ variable, value }) => (
          <p key={`${variable.name} ${value}`}>
            There is no {nameOf(variable)} “{value}” to show: this is {chosenWords(chosen.get(variable.name) ?? [])}.
          </p>
        ))}
        {capped.map(({ title, shown, of }) => (
          <p key={title}>
            {title}: the first {shown} of {of} are shown.
          </p>
        ))}
      </div>
    </div>
  );
}

function nameOf({ label, name }: Variable): string {
  return label ?? name;
}
