import { useMemo } from "react";
import type { BoardDocument } from "../../../core/boards/document";
import type { KeyLog } from "../../../core/keys/key-log";
import { sourceOf } from "../../../core/keys/name";
import type { KeyMeta, Point } from "../../../core/protocol/parts";
import { spanOf } from "../../../core/range/time-range";
import { isWritten } from "../../../core/sources/written";
import { useLiveKey } from "../../live/use-live-key";
import { KeyAlerts } from "../alerts/key-alerts";
import { Board } from "../board/board";
import { useBoardRange } from "../range/range-context";
import { Notice } from "../ui/notice";
import { SeriesLog, ValueLog } from "./change-log";
import { KeyFacts } from "./key-facts";
import { KeyRequests, KeyText } from "./key-text";
import { KeyTitle } from "./key-title";
import { KeyUsers } from "./key-users";
import type { BoardChoice } from "./put-on-board";
import { RangeLinks } from "./range-links";
import type { UsingPanel } from "./used-by";

interface KeyViewProps {
  /** Of the workspace. */
  slug: string;
  name: string;
  meta: KeyMeta;
  source: { readonly name: string; readonly kind: string };
  document: BoardDocument;
  recorded: readonly Point[];
  log: KeyLog | null;
  usedBy: readonly UsingPanel[];
  boards: readonly BoardChoice[];
  baseUrl: string;
  userId: string;
  mayRetry: boolean;
}

/** One key: what it is now, what it was, what changed it, and who shows it. */
export function KeyView(props: KeyViewProps) {
  const { slug, name, meta, source, document, recorded, log, usedBy, boards, baseUrl, ...reader } = props;
  const { range } = useBoardRange();
  const patterns = useMemo(() => [name, `$sources.${sourceOf(name)}`], [name]);
  const about = { slug, name, unit: meta.unit, kind: source.kind, log };
  const isSeries = meta.kind === "series";
  const isThere = useLiveKey(name) !== undefined;
  // Of an object its JSON is what there is to see.
  const hasPanels = document.panels.length > 0;
  return (
    <div className="grid gap-3">
      <KeyTitle name={name} label={meta.label} userId={reader.userId} boards={boards} />
      {isSeries ? <RangeLinks /> : null}
      {isThere ? null : (
        <Notice tone="stale" title="This key is not there any more">
          It was removed, or its source no longer brings it. It comes back here when it does.
        </Notice>
      )}
      {hasPanels ? (
        <div className="-mx-4 -mt-1 -mb-4 phone:-mx-3">
          <Board
            boardId={`key-${name}`}
            document={document}
            patterns={patterns}
            range={spanOf(range)}
            mayWrite={false}
            {...reader}
          />
        </div>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_360px] items-start gap-2 phone:grid-cols-[minmax(0,1fr)]">
        <div className="grid min-w-0 gap-2">
          {hasPanels ? null : <KeyText name={name} />}
          {isSeries ? <SeriesLog {...about} recorded={recorded} /> : <ValueLog {...about} />}
          {hasPanels && !isSeries ? <KeyText name={name} /> : null}
        </div>
        <div className="grid min-w-0 gap-2">
          <KeyFacts name={name} source={source} />
          <KeyUsers panels={usedBy} />
          <KeyAlerts name={name} />
          <KeyRequests name={name} baseUrl={baseUrl} isWritten={isWritten(source.kind)} />
        </div>
      </div>
    </div>
  );
}
