import { asKind } from "../../../core/boards/as-kind";
import type { Panel } from "../../../core/boards/document";
import { fittingKinds } from "../../../core/boards/fitting-kinds";
import { isFormula, patternsIn } from "../../../core/boards/patterns-in";
import { placeAsKind } from "../../../core/boards/place-as-kind";
import { shownBy } from "../../../core/boards/shown-by";
import { useLiveKeys } from "../../live/use-live-keys";
import { Icon } from "../ui/icon";
import { kindNames } from "./kind-names";
import { Setting } from "./setting";
import type { Members } from "./use-members";

interface KindSettingProps {
  readonly panel: Panel;
  /** Of its board. */
  readonly panels: readonly Panel[];
  readonly members: Members;
}

/** The kinds that can show what was chosen. */
export function KindSetting({ panel, panels, members }: KindSettingProps) {
  const references = shownBy(panel);
  const live = useLiveKeys(references.flatMap(patternsIn));
  if (references.length === 0) return null;
  // What a formula comes to is a number, one for each key that it goes over.
  const values = references.some(isFormula)
    ? references.map(() => ({ kind: "series" as const, value: 0 }))
    : live.map(({ meta, value }) => ({ kind: meta.kind, value }));
  const fitting = fittingKinds(values);
  return (
    <Setting title="Kind">
      <div role="radiogroup" aria-label="Kind" className="grid grid-cols-5 gap-1">
        {fitting.map((kind) => {
          const { name, icon } = kindNames[kind];
          return (
            <label
              key={kind}
              className="grid cursor-pointer justify-items-center gap-0.5 rounded-6 border border-line py-1.5 text-12 text-muted has-checked:border-accent has-checked:bg-selected has-checked:text-strong has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name="kind"
                className="sr-only"
                checked={panel.type === kind}
                onChange={() => members.replace({ ...asKind(panel, kind), place: placeAsKind(panels, panel, kind) })}
              />
              <Icon of={icon} className="size-4" />
              {name}
            </label>
          );
        })}
      </div>
    </Setting>
  );
}
