import { Link } from "react-router";
import { useLiveKeys } from "../../live/use-live-keys";
import { useNow } from "../../live/use-now";
import { formatSpan } from "../format/age";
import { when } from "../format/clock";
import { useReader } from "../format/reader-provider";
import { AlertActions } from "./alert-actions";
import { conditionWords, valueWords } from "./condition-words";
import { DoneWords } from "./done-words";
import { PanelLink } from "./panel-link";
import { SeverityMark } from "./severity-mark";
import type { Alert } from "./use-alerts";
import { MOST_NAMED } from "./use-firing-keys";
import { useMayAlert } from "./use-may-alert";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly alert: Alert;
  /** Called by what leads away. */
  readonly close?: () => void;
}

/** An alert that fires: what is wrong with which keys, since when, where to look, and what one does about it. */
export function AlertItem({ slug, alert, close }: Props) {
  const { name, severity, since, firing, count, panel } = alert;
  const { locale } = useReader();
  const mayWrite = useMayAlert();
  const rest = count - Math.min(firing.length, MOST_NAMED);
  return (
    <li
      data-alert={alert.id}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line px-4 py-3 first:border-t-0"
    >
      <div className="grid min-w-0 flex-1 basis-70 gap-1">
        <p className="flex min-w-0 items-center gap-2">
          <SeverityMark severity={severity} />
          <span title={name} className="min-w-0 truncate font-medium text-strong">
            {name}
          </span>
        </p>
        <ul className="grid gap-0.5">
          {firing.slice(0, MOST_NAMED).map(({ key, value }) => (
            <li key={key} className="flex min-w-0 items-baseline gap-2">
              <Link
                to={`/w/${slug}/keys/${key}`}
                onClick={close}
                className="min-w-0 truncate font-mono text-12 text-muted hover:underline"
                title={key}
              >
                {key}
              </Link>
              <NowValue name={key} began={value} unit={alert.unit} />
            </li>
          ))}
        </ul>
        <p className="text-12 text-muted">
          {rest > 0 ? `and ${rest} more; ` : ""}
          {conditionWords(alert, locale)}, <Since at={since} />
        </p>
        <DoneWords acknowledged={alert.acknowledged} silenced={alert.silenced} />
        <p className="flex text-12 empty:hidden">
          <PanelLink slug={slug} panel={panel} close={close} />
        </p>
      </div>
      {mayWrite ? <AlertActions slug={slug} alert={alert} /> : null}
    </li>
  );
}

/** What the key holds now, also on a screen that is held; what it held when it began, until that is known. */
function NowValue({
  name,
  began,
  unit,
}: {
  name: string;
  began: Alert["firing"][number]["value"];
  unit: Alert["unit"];
}) {
  const { locale } = useReader();
  const [live] = useLiveKeys([name], { isHeld: false });
  // A key that is gone, or never was, has nothing to show.
  const isGone = live === undefined && began === null;
  return (
    <span className="max-w-[50%] shrink-0 truncate font-medium text-strong">
      {isGone ? "not there" : valueWords(live?.value ?? began, unit ?? live?.meta.unit, locale)}
    </span>
  );
}

function Since({ at }: { at: number }) {
  const { timeZone } = useReader();
  const now = useNow();
  return (
    <time dateTime={new Date(at).toISOString()}>
      since {when(at, now, timeZone)} ({formatSpan(Math.max(0, now - at))})
    </time>
  );
}
