import { Card } from "../ui/card";
import type { SourceLine } from "./source-line";
import { SourceRow } from "./source-row";
import { SourceSummary } from "./source-summary";
import { useNewsOfSources } from "./use-news-of-sources";
import { useSourceStates } from "./use-source-states";

/** The workspace's sources with their counts by state. Rows keep their places while states change. */
export function SourcesTable({ sources, mayWrite }: { sources: readonly SourceLine[]; mayWrite: boolean }) {
  const states = useSourceStates();
  useNewsOfSources(states.keys());
  return (
    <>
      <SourceSummary slugs={sources.map(({ slug }) => slug)} states={states} />
      <Card className="overflow-clip">
        <table className="w-full border-collapse phone:block">
          <thead className="phone:hidden">
            <tr className="h-8 text-left text-12 whitespace-nowrap text-faint *:font-regular">
              <th className="w-24 pl-3">State</th>
              <th className="px-2">Source</th>
              <th className="px-2 text-right">Keys</th>
              <th className="pr-2 pl-6">Every</th>
              <th className="w-40 px-2 text-right">Last good</th>
              <th className="w-32 px-2 text-right">Next refresh</th>
              <th className="w-12">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          {sources.map((source) => (
            <SourceRow key={source.slug} source={source} state={states.get(source.slug)} mayWrite={mayWrite} />
          ))}
        </table>
      </Card>
    </>
  );
}
