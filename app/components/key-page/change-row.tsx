import { ArrowRight } from "lucide";
import type { Logged, Origin } from "../../../core/keys/key-log";
import { EDITABLE, PUSH } from "../../../core/sources/written";
import { useNow } from "../../live/use-now";
import { when } from "../format/clock";
import { change, measure, written } from "../format/measure";
import { useReader } from "../format/reader-provider";
import { Icon } from "../ui/icon";
import type { ShownChange } from "./use-key-changes";

interface ChangeRowProps {
  change: ShownChange;
  unit: string | undefined;
  /** The kind of the key's source: what its changes come from as a rule. */
  kind: string;
  /** Whether any change tells a place within a list or an object. */
  hasPlaces: boolean;
}

const MINUTE = 60_000;
const cell = "px-2 h-7.5 border-t border-line";

/** One step from a value to the next: when, where within it, what was, what came, and where it came from. */
export function ChangeRow({ change: one, unit, kind, hasPlaces }: ChangeRowProps) {
  const { locale, timeZone } = useReader();
  const now = useNow(MINUTE);
  const { at, from, to, path } = one;
  const text = (value: Logged) => written(measure(value, unit, locale));
  const old = from === undefined ? one.none : text(from);
  const moved = typeof from === "number" && typeof to === "number" ? change(from, to, unit, locale) : null;
  const came = to === undefined ? one.gone : text(to);
  return (
    <tr>
      <td className={`${cell} pl-4! font-mono text-12 whitespace-nowrap text-muted`}>
        <time dateTime={new Date(at).toISOString()}>{when(at, now, timeZone, "seconds")}</time>
      </td>
      {hasPlaces ? (
        <td className={`${cell} max-w-48 truncate text-12 text-faint phone:max-w-20`} title={path}>
          <code>{path}</code>
        </td>
      ) : null}
      <td className={`${cell} max-w-64 truncate text-right phone:max-w-24 text-muted`} title={old}>
        {old}
      </td>
      <td className={`${cell} w-4 px-0!`}>
        <Icon of={ArrowRight} aria-label="became" className="size-3.5 text-faint" />
      </td>
      <td className={`${cell} max-w-64 truncate text-strong phone:max-w-40`} title={came}>
        {came}
        <span className="hidden truncate font-regular phone:block phone:pb-1">
          <Cause by={one.by} kind={kind} />
        </span>
      </td>
      <td className={`${cell} text-right whitespace-nowrap text-muted phone:hidden`}>{moved ? written(moved) : ""}</td>
      <td className={`${cell} max-w-40 truncate phone:hidden`}>
        <Cause by={one.by} kind={kind} />
      </td>
    </tr>
  );
}

/** A source's kind says what writes its keys where the change does not; what is asked brings them with a refresh. */
const usual: Record<string, string> = { [PUSH]: "push", [EDITABLE]: "written here" };

const ways: Record<Origin["how"], string> = {
  refresh: "refresh",
  key: "push",
  webhook: "webhook",
  worker: "Worker",
  beacon: "web page",
  person: "person",
  restore: "restored",
};

function Cause({ by, kind }: { by: Origin | undefined; kind: string }) {
  const way = by ? ways[by.how] : (usual[kind] ?? "refresh");
  return (
    <span title={by?.name === undefined ? way : `${way}, ${by.name}`}>
      <span className="rounded-4 border border-line px-1.5 text-12 text-muted">{way}</span>
      {by?.name === undefined ? null : <span className="ml-1.5 text-12 text-body">{by.name}</span>}
    </span>
  );
}
