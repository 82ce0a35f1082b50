import { PanelMessage } from "../panels/panel-message";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { fitsSearch, type RuleLine } from "./rule-line";
import { RuleRow } from "./rule-row";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly lines: readonly RuleLine[];
  /** What the list is searched for. */
  readonly asked: string;
}

/** All rules, by name: they keep their places while their states change. */
export function RulesCard({ slug, lines, asked }: Props) {
  const found = lines.filter(({ rule }) => fitsSearch(rule, asked));
  return (
    <Card aria-labelledby="rules-title" className="overflow-clip">
      <h2 id="rules-title" className="flex min-h-11 items-center gap-2 px-4 text-14 font-medium text-strong">
        Rules{" "}
        <span className="font-regular text-faint">
          {found.length === lines.length ? lines.length : `${found.length} of ${lines.length}`}
        </span>
      </h2>
      {found.length === 0 ? (
        <div className="grid min-h-30 border-t border-line">
          <PanelMessage title={`No rule matches “${asked}”`} action={<ButtonLink to="?">Show all rules</ButtonLink>}>
            The names and keys of {lines.length === 1 ? "one rule" : `${lines.length} rules`} were searched.
          </PanelMessage>
        </div>
      ) : (
        <table className="w-full border-collapse phone:block">
          <thead className="phone:hidden">
            <tr className="h-8 border-t border-line text-left text-12 whitespace-nowrap text-faint *:font-regular">
              <th className="w-28 pl-4">State</th>
              <th className="w-[34%] px-2">Rule</th>
              <th className="px-2">Fires when</th>
              <th className="w-24 px-2">Severity</th>
              <th className="px-2">Panel</th>
              <th className="w-12">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody className="phone:block">
            {found.map((line) => (
              <RuleRow key={line.rule.id} slug={slug} line={line} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
