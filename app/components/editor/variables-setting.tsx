import { Plus, Trash2 } from "lucide";
import type { Variable } from "../../../core/boards/variable";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Icon } from "../ui/icon";
import { DraftField } from "./draft-field";
import { Setting } from "./setting";
import { useRowFocus } from "./use-row-focus";

const MOST = 12;

interface VariablesSettingProps {
  readonly variables: readonly Variable[];
  readonly put: (variables: readonly Variable[]) => string | null;
  readonly rest: () => void;
}

/** What readers choose: `$name` in titles and keys stands for it. */
export function VariablesSetting({ variables, put, rest }: VariablesSettingProps) {
  const free = ["host", ...Array.from({ length: MOST }, (_, i) => `v${i + 1}`)].find(
    (name) => !variables.some((one) => one.name === name),
  );
  const { rows, adder, added, removed } = useRowFocus();
  return (
    <Setting title="Variables" note="$name in titles and keys">
      <div ref={rows} className="contents">
        {variables.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name is changed while it is typed
          <OneVariable key={i} {...{ variables, put, rest, removed }} at={i} one={one} />
        ))}
      </div>
      {free === undefined || variables.length >= MOST ? null : (
        <div>
          <Button
            ref={adder}
            icon={<Icon of={Plus} />}
            onClick={() => {
              put([...variables, { name: free, type: "list", values: ["one", "two"] }]);
              added();
            }}
          >
            Add variable
          </Button>
        </div>
      )}
    </Setting>
  );
}

interface OneVariableProps extends VariablesSettingProps {
  readonly at: number;
  readonly one: Variable;
  /** This one was, just now. */
  readonly removed: () => void;
}

function OneVariable({ variables, put, rest, at, one, removed }: OneVariableProps) {
  return (
    <fieldset aria-label={`Variable ${one.name}`} className="grid min-w-0 gap-2 rounded-6 border border-line p-2">
      <div className="grid grid-cols-[1fr_1fr_auto] items-end gap-2">
        <DraftField
          label="Name"
          value={one.name}
          rest={rest}
          set={(name) =>
            variables.some((other, i) => i !== at && other.name === name)
              ? "Another variable has this name."
              : put(variables.with(at, { ...one, name })) && "Small letters, digits and _, a letter first."
          }
        />
        <SelectField
          label="Values"
          name={`values ${at}`}
          value={one.type}
          onChange={({ target }) => put(variables.with(at, ofType(one, target.value)))}
        >
          <option value="list">of a list</option>
          <option value="keys">of keys</option>
          <option value="text">typed</option>
        </SelectField>
        <Button
          variant="quiet"
          icon={<Icon of={Trash2} />}
          aria-label={`Remove variable ${one.name}`}
          onClick={() => {
            put(variables.toSpliced(at, 1));
            removed();
          }}
        />
      </div>
      {one.type === "list" ? (
        <DraftField
          label="Values, by commas"
          value={one.values.join(", ")}
          rest={rest}
          set={(text) => put(variables.with(at, { ...one, values: valuesOf(text) }))}
        />
      ) : null}
      {one.type === "keys" ? (
        <DraftField
          label="Pattern, whose first * gives the values"
          value={one.pattern}
          rest={rest}
          set={(pattern) => put(variables.with(at, { ...one, pattern }))}
        />
      ) : null}
    </fieldset>
  );
}

function valuesOf(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter(Boolean);
}

function ofType({ name, label }: Variable, type: string): Variable {
  const common = { name, ...(label !== undefined && { label }) };
  if (type === "keys") return { ...common, type: "keys", pattern: "node.*" };
  return type === "list" ? { ...common, type: "list", values: ["one", "two"] } : { ...common, type: "text" };
}
