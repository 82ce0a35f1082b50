import { useId } from "react";
import * as v from "valibot";
import { isBeyond } from "../../../core/alerts/is-beyond";
import { ruled } from "../../../core/alerts/rule";
import type { FoundKey, FoundKeys } from "../../../core/keys/found-keys";
import { matches } from "../../../core/keys/pattern";
import { useLiveKey } from "../../live/use-live-key";
import { useSubscription } from "../../live/use-subscription";
import { useReader } from "../format/reader-provider";
import { Card } from "../ui/card";
import { Glyph } from "../ui/glyph";
import type { AlertValues } from "./alert-values";
import { checkAlert } from "./check-alert";
import { valueWords } from "./condition-words";

/** Keys that are shown. */
const MOST = 6;

/** Those of the keys found that a rule with this key or pattern watches. */
export function matchingKeys(typed: string, found: FoundKeys | null): readonly FoundKey[] {
  const wanted = typed.trim();
  return isWatchable(wanted) ? (found?.keys.filter(({ key }) => matches(wanted, key)) ?? []) : [];
}

const isWatchable = (key: string) => v.is(ruled.key, key);

interface Props {
  readonly typed: AlertValues;
  readonly unit: string | undefined;
  readonly found: FoundKeys | null;
  /** Whether the keys found are of what is typed. */
  readonly isOf: boolean;
}

/** What the rule would watch, and what it would say of each key now: live while it is written. */
export function KeyPreview({ typed, unit, found, isOf }: Props) {
  const title = useId();
  const keys = matchingKeys(typed.key, found);
  const shown = keys.slice(0, MOST);
  useSubscription(
    shown.map(({ key }) => key),
    null,
  );
  const total = keys.length > 0 && found?.pattern === typed.key.trim() ? found.total : keys.length;
  return (
    <Card aria-labelledby={title} className="overflow-clip min-[1000px]:sticky min-[1000px]:top-15">
      <h2 id={title} className="flex min-h-11 items-center gap-2 px-4 text-14 font-medium text-strong">
        Now
      </h2>
      <ul>
        {shown.map(({ key, value }) => (
          <PreviewRow key={key} name={key} found={value} typed={typed} unit={unit} />
        ))}
      </ul>
      <p role="status" className="border-t border-line px-4 py-3 text-12 text-muted">
        {wordsOf(typed.key.trim(), total, shown.length, isOf)}
      </p>
    </Card>
  );
}

function wordsOf(key: string, total: number, shown: number, isOf: boolean): string {
  if (key === "") return "What the rule would watch is shown here.";
  if (!isWatchable(key)) return "A rule watches a key or a pattern of one source, such as node.cpu or node.*.";
  if (total === 0) return isOf ? "No key has this name now, and none matches it as a pattern." : "Searching …";
  if (total > shown) return `The first ${shown} of ${total} keys that it watches.`;
  return total === 1 ? "It watches this key." : `It watches these ${total} keys.`;
}

interface PreviewRowProps {
  readonly name: string;
  readonly found: FoundKey["value"];
  readonly typed: AlertValues;
  readonly unit: string | undefined;
}

function PreviewRow({ name, found, typed, unit }: PreviewRowProps) {
  const { locale } = useReader();
  const live = useLiveKey(name);
  const value = live?.value ?? found;
  return (
    <li className="grid gap-0.5 border-t border-line px-4 py-2">
      <span className="flex min-w-0 items-baseline justify-between gap-3">
        <code className="min-w-0 truncate text-body" title={name}>
          {name}
        </code>
        <span className="max-w-[50%] shrink-0 truncate font-medium text-strong">{valueWords(value, unit, locale)}</span>
      </span>
      <Verdict typed={typed} value={value} />
    </li>
  );
}

/** What a rule as it is typed would say of a value; nothing while that is not known. */
function Verdict({ typed, value }: { typed: AlertValues; value: NonNullable<ReturnType<typeof useLiveKey>>["value"] }) {
  // A name may come last.
  const checked = checkAlert("preview", { ...typed, name: "preview", panel: "" });
  if (!checked.ok || checked.rule.condition.is === "stale") return null;
  const { severity, condition, for: held } = checked.rule;
  const verdict = isBeyond(condition, value);
  if (verdict === null) return <span className="text-12 text-muted">Not a number: it says nothing of it.</span>;
  if (!verdict) return <span className="text-12 text-muted">It would not fire.</span>;
  return (
    <span
      className={`flex items-center gap-1.5 text-12 font-medium ${severity === "critical" ? "text-failing-text" : "text-late-text"}`}
    >
      <Glyph name={severity} />
      {held === 0 ? "It would fire." : "It would fire, if this lasts."}
    </span>
  );
}
