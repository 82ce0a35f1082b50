import { useParams } from "react-router";
import type { Panel } from "../../../../core/boards/document";
import { patternsOf } from "../../../../core/boards/patterns";
import { sourceOf } from "../../../../core/keys/name";
import type { LiveValue } from "../../../live/live-value";
import { useLiveKeys } from "../../../live/use-live-keys";
import { useNow } from "../../../live/use-now";
import { formatAge } from "../../format/age";
import { moment } from "../../format/clock";
import { useReader } from "../../format/reader-provider";
import { ButtonLink } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { useBoard } from "../board-context";

/** Keys that are told in full at most. */
const MOST = 50;
/** Characters of a value's JSON at most. */
const MOST_JSON = 4_000;

/** Everything that is known of the keys behind a panel: what they are, where they come from, what they hold. */
export default function KeysInspector({ panel, close }: { panel: Panel; close: () => void }) {
  const patterns = patternsOf(panel, useBoard());
  const keys = useLiveKeys(patterns);
  return (
    <Dialog title={`${panel.title}: keys`} size="wide" open setOpen={close}>
      {keys.length === 0 ? (
        <p className="text-muted">
          None of these keys is there: <code>{patterns.join(", ")}</code>
        </p>
      ) : null}
      {keys.slice(0, MOST).map((live) => (
        <Inspected key={live.key} live={live} />
      ))}
      {keys.length > MOST ? (
        <p className="text-12 text-muted">
          The first {MOST} of {keys.length} keys.
        </p>
      ) : null}
    </Dialog>
  );
}

function Inspected({ live: { key, value, rev, at, meta } }: { live: LiveValue }) {
  const { workspace = "" } = useParams();
  const { timeZone } = useReader();
  const age = formatAge(useNow() - at);
  const json = JSON.stringify(value, null, 2);
  const facts = {
    Kind: meta.kind,
    Unit: meta.unit ?? "none",
    Source: sourceOf(key),
    Rev: String(rev),
    Changed: `${moment(at, timeZone)}, ${age === "now" ? "just now" : `${age} ago`}`,
    ...(meta.label !== undefined && { Label: meta.label }),
  };
  return (
    <section aria-label={key} className="grid gap-2 border-b border-line pb-4 last:border-b-0 last:pb-0">
      <div className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 wrap-anywhere">
          <code className="text-strong">{key}</code>
        </h3>
        <ButtonLink to={`/w/${workspace}/keys/${key}`}>Open key</ButtonLink>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-12">
        {Object.entries(facts).map(([name, fact]) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="wrap-anywhere text-body">{fact}</dd>
          </div>
        ))}
      </dl>
      <pre
        // Scrolls by keyboard, too.
        tabIndex={0}
        aria-label={`Value of ${key}`}
        className="max-h-60 overflow-auto rounded-6 bg-well p-2 font-mono text-12 text-body"
      >
        {json.length > MOST_JSON ? `${json.slice(0, MOST_JSON)}…` : json}
      </pre>
    </section>
  );
}
