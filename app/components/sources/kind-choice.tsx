import { SYNTHETIC } from "../../../core/sources/synthetic";
import { isWritten } from "../../../core/sources/written";
import { Icon } from "../ui/icon";
import { kinds } from "./kinds";

interface Props {
  readonly chosen: string;
  /** Whether there is no other choice. */
  readonly fixed: boolean;
}

/** The connector, as radio buttons that look like cards. */
export function KindChoice({ chosen, fixed }: Props) {
  const offered = fixed ? kinds.filter(({ kind }) => kind === chosen) : kinds;
  return (
    <fieldset className="grid grid-cols-2 gap-2 min-[1000px]:grid-cols-4 phone:grid-cols-1">
      <legend className="mb-1 font-medium text-body">Kind</legend>
      {offered.map(({ kind, name, about, icon }) => (
        <label
          key={kind}
          className="flex cursor-pointer gap-3 rounded-6 border border-line-control bg-panel p-3 hover:bg-hover has-checked:border-accent has-checked:bg-selected has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name="kind"
            value={kind}
            defaultChecked={kind === chosen}
            // What is written has nothing to ask: the form's other cards go by this.
            data-written={isWritten(kind) || undefined}
            // What is made up has no address, and a database another field for it; they can be tried all the same.
            data-nowhere={kind === SYNTHETIC || kind === "sql" || undefined}
            className="sr-only"
          />
          <Icon of={icon} className="mt-0.5 size-4 shrink-0 text-muted" />
          <span className="grid min-w-0 content-start">
            <span className="font-medium text-strong">{name}</span>
            <span className="text-12 text-muted">{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
