import { memo, type ReactNode } from "react";
import { Link } from "react-router";
import type { SourceState } from "../../../core/sources/state";
import { SYNTHETIC } from "../../../core/sources/synthetic";
import { EDITABLE, isWritten, PUSH } from "../../../core/sources/written";
import { SyntheticMark } from "../ui/synthetic-mark";
import { CallsCell } from "./calls-cell";
import { everyWords } from "./duration-words";
import { ErrorsCell } from "./errors-cell";
import { KindIcon } from "./kind-icon";
import { LastGood, NextRefresh, SourceMark } from "./source-ages";
import { SourceDrift } from "./source-drift";
import type { SourceLine } from "./source-line";
import { SourceMenu } from "./source-menu";
import { SourceTrouble } from "./source-trouble";

interface Props {
  readonly source: SourceLine;
  readonly state: SourceState | undefined;
  readonly mayWrite: boolean;
  /** When the page was made: the hours of the day are counted from it. */
  readonly at: number;
}

/** One source: a row where there is room, a card on a phone; a failing one has a second row with the reason. */
export const SourceRow = memo(function SourceRow({ source, state, mayWrite, at }: Props) {
  const { slug, name, interval, health } = source;
  const failing = state?.state === "failing";
  return (
    <tbody
      className="border-t border-line hover:bg-hover phone:block phone:pb-3 phone:first-of-type:border-t-0"
      data-source={slug}
    >
      <tr className="phone:relative phone:grid phone:grid-cols-2 phone:gap-x-4 phone:gap-y-1 phone:px-3 phone:pt-3">
        <td className="h-10 pl-3 phone:order-2 phone:col-span-2 phone:h-auto phone:p-0">
          <span className="flex">
            <SourceMark slug={slug} state={state} />
          </span>
        </td>
        <th scope="row" className="px-2 text-left font-regular phone:order-1 phone:col-span-2 phone:p-0 phone:pr-12">
          <span className="flex min-w-0 items-center gap-2">
            <KindIcon kind={source.kind} />
            <Link
              to={slug}
              className="max-w-80 truncate font-medium text-strong hover:underline phone:py-1"
              title={name}
            >
              {name}
            </Link>
            <code className="truncate text-faint" title={slug}>
              {slug}
            </code>
            {source.kind === SYNTHETIC ? <SyntheticMark /> : null}
          </span>
        </th>
        <Cell label="Keys">{state?.state === "ok" ? state.keys : "-"}</Cell>
        <Cell label="Every" quiet>
          {writtenBy[source.kind] ?? <Every interval={interval} state={state} />}
          {state?.state === "ok" && state.expected ? `, every ${everyWords(state.expected)}` : null}
        </Cell>
        <Cell label="Last good">
          <LastGood slug={slug} state={state} />
        </Cell>
        <Cell label="Next refresh">
          <NextRefresh slug={slug} state={state} />
        </Cell>
        <Cell label="Calls, past hour">
          <CallsCell health={health} />
        </Cell>
        <Cell label="Errors, 24 h">
          <ErrorsCell health={health} at={at} />
        </Cell>
        <td className="w-12 pr-2 text-right phone:absolute phone:top-1 phone:right-1 phone:w-auto phone:p-0">
          {mayWrite ? (
            <SourceMenu slug={slug} name={name} asked={!isWritten(source.kind)} pushed={source.kind === PUSH} />
          ) : null}
        </td>
      </tr>
      {state?.state === "ok" && state.drift ? <SourceDrift drift={state.drift} /> : null}
      {failing ? <SourceTrouble slug={slug} state={state} mayWrite={mayWrite} /> : null}
    </tbody>
  );
});

const writtenBy: Readonly<Record<string, string>> = { [EDITABLE]: "written by people", [PUSH]: "pushed by programs" };

function Cell({ label, quiet = false, children }: { label: string; quiet?: boolean; children: ReactNode }) {
  return (
    <td
      className={`px-2 whitespace-nowrap phone:order-3 phone:flex phone:min-w-0 phone:whitespace-normal phone:items-baseline phone:justify-between phone:gap-2 phone:p-0 ${
        quiet ? "pl-6 text-muted" : "text-right text-strong"
      }`}
    >
      <span aria-hidden className="hidden text-12 text-faint phone:inline">
        {label}
      </span>
      <span className="phone:min-w-0 phone:text-right">{children}</span>
    </td>
  );
}

/** The interval it was set to and, while nobody watches and it is asked less often, the one in force. */
function Every({ interval, state }: { interval: number; state: SourceState | undefined }) {
  const now = state?.state === "ok" ? (state.interval ?? 0) : 0;
  return (
    <>
      {everyWords(interval)}
      {now > interval ? <span className="text-faint">, idle {everyWords(now)}</span> : null}
    </>
  );
}
