import { Plus, Trash2 } from "lucide";
import type { Panel } from "../../../core/boards/document";
import { limitOf, type Threshold } from "../../../core/boards/threshold";
import { Button } from "../ui/button";
import { SelectField } from "../ui/field";
import { Icon } from "../ui/icon";
import { DraftField } from "./draft-field";
import { Setting } from "./setting";
import type { Members } from "./use-members";

const MOST = 6;

/** From which values on a number is worth a look. */
export function ThresholdsSetting({ panel, members }: { panel: Panel; members: Members }) {
  const held: readonly Threshold[] = ("thresholds" in panel ? panel.thresholds : undefined) ?? [];
  const put = (next: readonly Threshold[]) => members.set("thresholds", next.length === 0 ? undefined : next);
  return (
    <Setting title="Thresholds">
      {held.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: thresholds have no names of their own
        <div key={i} className="grid grid-cols-[1fr_1fr_1fr_auto] items-end gap-2">
          <SelectField
            label="Side"
            name={`side ${i}`}
            value={"above" in one ? "above" : "below"}
            onChange={({ target }) => put(held.with(i, thresholdOf(target.value, limitOf(one), one)))}
          >
            <option value="above">Above</option>
            <option value="below">Below</option>
          </SelectField>
          <DraftField
            label="Value"
            value={String(limitOf(one))}
            inputMode="decimal"
            rest={members.rest}
            set={(text) => {
              const limit = Number(text.replace(",", "."));
              if (text.trim() === "" || !Number.isFinite(limit)) return "Not a number.";
              return put(held.with(i, thresholdOf("above" in one ? "above" : "below", limit, one)));
            }}
          />
          <SelectField
            label="Level"
            name={`level ${i}`}
            value={one.level}
            onChange={({ target }) =>
              put(held.with(i, { ...one, level: target.value === "critical" ? "critical" : "warning" }))
            }
          >
            <option value="warning">Warning</option>
            <option value="critical">Critical</option>
          </SelectField>
          <Button
            variant="quiet"
            icon={<Icon of={Trash2} />}
            aria-label={`Remove threshold ${i + 1}`}
            onClick={() => put(held.toSpliced(i, 1))}
          />
        </div>
      ))}
      {held.length < MOST ? (
        <div>
          <Button icon={<Icon of={Plus} />} onClick={() => put([...held, { above: 0, level: "warning" }])}>
            Add threshold
          </Button>
        </div>
      ) : null}
    </Setting>
  );
}

function thresholdOf(side: string, limit: number, { level, name }: Threshold): Threshold {
  const words = { level, ...(name !== undefined && { name }) };
  return side === "above" ? { above: limit, ...words } : { below: limit, ...words };
}
