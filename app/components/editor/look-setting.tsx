import type { Panel } from "../../../core/boards/document";
import type { Variable } from "../../../core/boards/variable";
import { SelectField } from "../ui/field";
import { MemberField } from "./member-field";
import { Setting } from "./setting";
import type { Members } from "./use-members";

const written: ReadonlySet<Panel["type"]> = new Set(["stat", "line", "bar", "pie", "gauge", "grid"]);
const ended: ReadonlySet<Panel["type"]> = new Set(["line", "bar", "gauge"]);

interface LookSettingProps {
  readonly panel: Panel;
  readonly members: Members;
  readonly variables: readonly Variable[];
}

/** How the numbers are written and drawn. Only what the kind knows is shown. */
export function LookSetting({ panel, members, variables }: LookSettingProps) {
  const { type } = panel;
  const hasNumbers = written.has(type);
  if (!hasNumbers && variables.length === 0) return null;
  const isGauge = type === "gauge";
  return (
    <Setting title="Look">
      {hasNumbers ? (
        <div className="grid grid-cols-2 gap-3">
          <MemberField label="Unit" name="unit" members={members} as="text" isOptional placeholder="the keys’ own" />
          <MemberField
            label="Decimals"
            name="decimals"
            members={members}
            as="number"
            isOptional
            placeholder="as needed"
          />
          {ended.has(type) ? (
            <>
              <MemberField
                label="From"
                name="min"
                members={members}
                as="number"
                isOptional={!isGauge}
                placeholder="found"
              />
              <MemberField
                label="To"
                name="max"
                members={members}
                as="number"
                isOptional={!isGauge}
                placeholder="found"
              />
            </>
          ) : null}
        </div>
      ) : null}
      {type === "line" ? <Check label="Fill below the lines" name="area" members={members} /> : null}
      {type === "line" || type === "bar" ? <Check label="Stacked" name="stacked" members={members} /> : null}
      {type === "bar" ? (
        <SelectField
          label="One bar for each"
          name="over"
          value={panel.over}
          onChange={({ target }) => members.set("over", target.value)}
        >
          <option value="keys">key, as it is now</option>
          <option value="time">stretch of time</option>
        </SelectField>
      ) : null}
      {variables.length > 0 ? <Repeat members={members} variables={variables} /> : null}
    </Setting>
  );
}

function Check({ label, name, members }: { label: string; name: string; members: Members }) {
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        checked={members.get(name) === true}
        onChange={({ target }) => members.set(name, target.checked || undefined)}
      />
      {label}
    </label>
  );
}

function Repeat({ members, variables }: Pick<LookSettingProps, "members" | "variables">) {
  const held = members.get("repeat");
  return (
    <SelectField
      label="Repeated for"
      name="repeat"
      value={typeof held === "string" ? held : ""}
      onChange={({ target }) => members.set("repeat", target.value || undefined)}
      hint="The panel is there once for each value of the variable."
    >
      <option value="">nothing</option>
      {variables.map(({ name, label }) => (
        <option key={name} value={name}>
          {label ?? name}
        </option>
      ))}
    </SelectField>
  );
}
