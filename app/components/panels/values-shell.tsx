import type { ReactNode } from "react";
import type { Panel } from "../../../core/boards/document";
import type { Level } from "../../../core/boards/threshold";
import { useHistoryState } from "../../live/history/use-history-state";
import { useBoardRange } from "../range/range-context";
import { EmptyRange } from "./empty-range";
import { NoHistoryPanel } from "./no-history-panel";
import { NotNumbers } from "./not-numbers";
import { PanelMessage } from "./panel-message";
import { PanelShell } from "./panel-shell";
import { NoValues } from "./values/no-values";
import type { NotNumber, Shown, ShownValue } from "./values/shown-value";

interface ValuesShellProps {
  panel: Panel;
  shown: Shown<ShownValue>;
  /** What was asked for: keys, patterns, formulas. */
  asked: readonly string[];
  /** What stands there in its final size before the first values come. */
  skeleton: ReactNode;
  /** Set where only numbers can be drawn: "A gauge". */
  needsNumbers?: string;
  threshold?: Level | undefined;
  flush?: boolean;
  /** Whether there are values now and none in the range that the board shows. */
  isEmpty?: boolean;
  children: ReactNode;
}

/** The shell of a panel over values, with what it shows while there are none, and where none of them can be drawn. */
export function ValuesShell(props: ValuesShellProps) {
  const { panel, shown, asked, skeleton, needsNumbers, threshold, flush = false, isEmpty = false, children } = props;
  const { values, slugs, problem } = shown;
  const isLoading = shown.isLoading && problem === null;
  const { range } = useBoardRange();
  const isComing = useHistoryState() === "loading";
  const others = notNumbers(values, needsNumbers !== undefined);
  const [wrong] = others;
  if (values.length === 0) {
    return (
      <PanelShell panel={panel} slugs={slugs} body={isLoading ? "loading" : "empty"}>
        {isLoading ? skeleton : <NoValues asked={asked} slugs={slugs} problem={problem} />}
      </PanelShell>
    );
  }
  if (range.kind === "past" && values.every(({ isSeries }) => !isSeries)) return <NoHistoryPanel panel={panel} />;
  if (needsNumbers !== undefined && wrong && values.every(({ value }) => typeof value !== "number")) {
    return (
      <PanelShell panel={panel} slugs={slugs} body="error">
        <PanelMessage title={`${needsNumbers} needs a number`}>
          <code>{wrong.id}</code> is {shortened(JSON.stringify(wrong.value))}
        </PanelMessage>
      </PanelShell>
    );
  }
  if (isEmpty) {
    return (
      <PanelShell panel={panel} slugs={slugs} body={isComing ? "loading" : "empty"}>
        {isComing ? skeleton : <EmptyRange values={values} />}
      </PanelShell>
    );
  }
  return (
    <PanelShell
      panel={panel}
      slugs={slugs}
      flush={flush}
      threshold={threshold}
      changedAt={Math.max(...values.map(({ at }) => at))}
    >
      {children}
      <NotNumbers values={others} flush={flush} />
    </PanelShell>
  );
}

const MOST = 60;

function shortened(text: string): string {
  return text.length > MOST ? `${text.slice(0, MOST)} …` : text;
}

/** What a panel cannot draw, and what stands in the way of its formulas. */
function notNumbers(values: readonly ShownValue[], needsNumbers: boolean): NotNumber[] {
  const isDrawn = ({ value }: ShownValue) => !needsNumbers || value === null || typeof value === "number";
  return values.flatMap((one) => (isDrawn(one) ? (one.wrong ?? []) : one));
}
