import { PanelMessage } from "../panels/panel-message";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { useNewsOf } from "../ui/use-news-of";
import type { SourceLine } from "./source-line";
import { SourceRow } from "./source-row";
import { SourceSummary } from "./source-summary";
import { useSourceStates } from "./use-source-states";

interface Props {
  readonly sources: readonly SourceLine[];
  readonly mayWrite: boolean;
  /** Calls to upstreams of all sources of the workspace in the past hour, and in any hour at most. */
  readonly calls: { readonly made: number; readonly most: number };
  readonly at: number;
  /** What the list was searched for, and how many sources there are. */
  readonly asked: string;
  readonly total: number;
}

/** The workspace's sources with their counts by state. Rows keep their places while states change. */
export function SourcesTable({ sources, mayWrite, calls, at, asked, total }: Props) {
  const states = useSourceStates();
  useNewsOf(states.keys());
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6">
        <SourceSummary slugs={sources.map(({ slug }) => slug)} states={states} />
        <p className="text-12 text-muted phone:pb-2">
          {calls.made.toLocaleString("en-US")} upstream calls in the past hour, of {calls.most.toLocaleString("en-US")}{" "}
          allowed
        </p>
      </div>
      {sources.length === 0 ? <NoSources asked={asked} total={total} /> : null}
      <Card className={`overflow-clip ${sources.length === 0 ? "hidden" : ""}`}>
        <table className="w-full border-collapse phone:block">
          <thead className="phone:hidden">
            <tr className="h-8 text-left text-12 whitespace-nowrap text-faint *:font-regular">
              <th className="w-24 pl-3">State</th>
              <th className="px-2">Source</th>
              <th className="px-2 text-right">Keys</th>
              <th className="pr-2 pl-6">Every</th>
              <th className="w-40 px-2 text-right">Last good</th>
              <th className="w-32 px-2 text-right">Next refresh</th>
              <th className="px-2 text-right">Calls, past hour</th>
              <th className="px-2 text-right">Errors, 24 h</th>
              <th className="w-12">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          {sources.map((source) => (
            <SourceRow key={source.slug} source={source} state={states.get(source.slug)} mayWrite={mayWrite} at={at} />
          ))}
        </table>
      </Card>
    </>
  );
}

function NoSources({ asked, total }: Pick<Props, "asked" | "total">) {
  return (
    <Card className="grid min-h-40">
      <PanelMessage title={`No source matches “${asked}”`} action={<ButtonLink to="?">Show all sources</ButtonLink>}>
        The names of {total === 1 ? "one source" : `${total} sources`} were searched.
      </PanelMessage>
    </Card>
  );
}
