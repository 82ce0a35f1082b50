import { Plus, Trash2 } from "lucide";
import type { Panel } from "../../../core/boards/document";
import { limitOf, type Threshold } from "../../../core/boards/threshold";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Icon } from "../ui/icon";
import { DraftField } from "./draft-field";
import { Setting } from "./setting";
import type { Members } from "./use-members";
import { useRowFocus } from "./use-row-focus";

const MOST = 6;

/** From which values on a number is worth a look. */
export function ThresholdsSetting({ panel, members }: { panel: Panel; members: Members }) {
  const held: readonly Threshold[] = ("thresholds" in panel ? panel.thresholds : undefined) ?? [];
  const put = (next: readonly Threshold[]) => members.set("thresholds", next.length === 0 ? undefined : next);
  const { rows, adder, added, removed } = useRowFocus();
  return (
    <Setting title="Thresholds">
      <div ref={rows} className="contents">
        {held.map((one, i) => (
          <OneThreshold
            // biome-ignore lint/suspicious/noArrayIndexKey: thresholds have no names of their own
            key={i}
            at={i}
            one={one}
            put={(next) => put(held.with(i, next))}
            rest={members.rest}
            remove={() => {
              put(held.toSpliced(i, 1));
              removed();
            }}
          />
        ))}
      </div>
      {held.length < MOST ? (
        <div>
          <Button
            ref={adder}
            icon={<Icon of={Plus} />}
            onClick={() => {
              put([...held, { above: 0, level: "warning" }]);
              added();
            }}
          >
            Add threshold
          </Button>
        </div>
      ) : null}
    </Setting>
  );
}

interface OneThresholdProps {
  readonly at: number;
  readonly one: Threshold;
  /** Why it cannot be, in a sentence, or null. */
  readonly put: (next: Threshold) => string | null;
  readonly rest: () => void;
  readonly remove: () => void;
}

function OneThreshold({ at, one, put, rest, remove }: OneThresholdProps) {
  const side = "above" in one ? "above" : "below";
  return (
    <fieldset aria-label={`Threshold ${at + 1}`} className="grid min-w-0 grid-cols-[1fr_1fr_1fr_auto] items-end gap-2">
      <SelectField
        label="Side"
        name={`side ${at}`}
        value={side}
        onChange={({ target }) => put(thresholdOf(target.value, limitOf(one), one))}
      >
        <option value="above">Above</option>
        <option value="below">Below</option>
      </SelectField>
      <DraftField
        label="Value"
        value={String(limitOf(one))}
        inputMode="decimal"
        rest={rest}
        set={(text) => {
          const limit = Number(text.replace(",", "."));
          if (text.trim() === "" || !Number.isFinite(limit)) return "Not a number.";
          return put(thresholdOf(side, limit, one));
        }}
      />
      <SelectField
        label="Level"
        name={`level ${at}`}
        value={one.level}
        onChange={({ target }) => put({ ...one, level: target.value === "critical" ? "critical" : "warning" })}
      >
        <option value="warning">Warning</option>
        <option value="critical">Critical</option>
      </SelectField>
      <Button variant="quiet" icon={<Icon of={Trash2} />} aria-label={`Remove threshold ${at + 1}`} onClick={remove} />
    </fieldset>
  );
}

function thresholdOf(side: string, limit: number, { level, name }: Threshold): Threshold {
  const words = { level, ...(name !== undefined && { name }) };
  return side === "above" ? { above: limit, ...words } : { below: limit, ...words };
}
