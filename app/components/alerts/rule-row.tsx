import { memo } from "react";
import { Link } from "react-router";
import { useReader } from "../format/reader-provider";
import { conditionWords } from "./condition-words";
import { DoneWords } from "./done-words";
import { PanelLink } from "./panel-link";
import { PendingWords } from "./pending-words";
import type { RuleLine } from "./rule-line";
import { RuleMenu } from "./rule-menu";
import { RuleState, standingOf } from "./rule-state";
import { SeverityMark } from "./severity-mark";
import { useMayAlert } from "./use-may-alert";

interface Props {
  /** Of the workspace. */
  readonly slug: string;
  readonly line: RuleLine;
}

/** One rule: a row where there is room, a card on a phone. */
export const RuleRow = memo(function RuleRow({ slug, line }: Props) {
  const { rule, alert } = line;
  const { locale } = useReader();
  const mayWrite = useMayAlert();
  return (
    <tr
      data-rule={rule.id}
      className="border-t border-line align-top hover:bg-hover phone:relative phone:grid phone:gap-1 phone:px-4 phone:py-3 phone:first:border-t-0"
    >
      <td className="py-2.5 pl-4 phone:p-0">
        <RuleState standing={standingOf(line)} severity={rule.severity} />
      </td>
      <th scope="row" className="max-w-0 px-2 py-2 text-left font-regular phone:max-w-none phone:p-0 phone:pr-12">
        <span className="grid min-w-0">
          {mayWrite ? (
            <Link to={`rule/${rule.id}`} className="truncate font-medium text-strong hover:underline" title={rule.name}>
              {rule.name}
            </Link>
          ) : (
            <span className="truncate font-medium text-strong">{rule.name}</span>
          )}
          <code className="truncate text-faint" title={rule.key}>
            {rule.key}
          </code>
          {alert ? <DoneWords silenced={alert.silenced} /> : null}
          {alert?.state === "pending" ? <PendingWords alert={alert} /> : null}
        </span>
      </th>
      <td className="px-2 py-2 text-body phone:p-0">{conditionWords(rule, locale)}</td>
      <td className="px-2 py-2 phone:p-0">
        <SeverityMark severity={rule.severity} />
      </td>
      <td className="max-w-50 px-2 py-2 phone:max-w-none phone:p-0 phone:empty:hidden">
        <PanelLink slug={slug} panel={rule.panel} isShort />
      </td>
      <td className="w-12 py-1 pr-2 text-right phone:absolute phone:top-1 phone:right-1 phone:w-auto phone:p-0">
        {mayWrite ? <RuleMenu slug={slug} rule={rule} silenced={alert?.silenced !== undefined} /> : null}
      </td>
    </tr>
  );
});
