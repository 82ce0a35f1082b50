import type { ReactNode } from "react";
import type { SourceHealth } from "../../../core/live-object";
import type { Plan } from "../../../core/sources/plan";
import type { SourceState } from "../../../core/sources/state";
import { Card } from "../ui/card";
import { everyWords } from "./duration-words";
import { HourBars } from "./hour-bars";
import { kinds } from "./kinds";
import { planWords } from "./plan-words";
import { LastGood, NextRefresh, SourceMark } from "./source-ages";
import { useSourceState } from "./use-source-state";

interface Props {
  readonly source: {
    readonly slug: string;
    readonly kind: string;
    readonly interval: number;
    readonly plan: Plan | null;
    readonly asked: boolean;
  };
  readonly health: SourceHealth | null;
  /** When the page was made, in milliseconds since 1970. */
  readonly at: number;
}

/** How a source stands: state, ages, what it costs its upstream and for how many, its health over the past day. */
export function SourceFacts({ source: { slug, kind, interval, plan, asked }, health, at }: Props) {
  const state = useSourceState(slug);
  const pace = state && "interval" in state ? state.interval : null;
  return (
    <Card aria-labelledby="facts-title" className="p-4">
      <h2 id="facts-title" className="mb-2 text-14 font-medium text-strong">
        Now
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 [&>dd]:text-strong [&>dt]:text-muted">
        <Fact name="State">
          <SourceMark slug={slug} state={state} />
        </Fact>
        <Fact name="Kind">{kinds.find((one) => one.kind === kind)?.name ?? kind}</Fact>
        <Fact name="Keys">{state?.state === "ok" ? state.keys : "-"}</Fact>
        {asked ? (
          <>
            <Fact name="Asked">{planWords(interval, plan)}</Fact>
            {pace !== null && pace > interval && !plan?.cron ? (
              <Fact name="At present">every {everyWords(pace)}</Fact>
            ) : null}
            <Fact name="Last good">
              <LastGood slug={slug} state={state} />
            </Fact>
            <Fact name="Next">
              <NextRefresh slug={slug} state={state} />
            </Fact>
          </>
        ) : (
          <Expected slug={slug} state={state} />
        )}
        {health ? <Cost health={health} plan={plan} /> : null}
        {health ? <Day health={health} at={at} /> : null}
      </dl>
    </Card>
  );
}

/** Of one that people or programs write: how often that is expected, and when it came last. */
function Expected({ slug, state }: { slug: string; state: SourceState | undefined }) {
  if (state?.state !== "ok" || state.expected === undefined) return null;
  return (
    <>
      <Fact name="Expected">every {everyWords(state.expected)}</Fact>
      <Fact name="Last written">
        <LastGood slug={slug} state={state} />
      </Fact>
      <Fact name="Next">
        <NextRefresh slug={slug} state={state} />
      </Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

/** One viewer or a thousand: the same calls. */
function Cost({
  health: { callsPastHour, callsThisHour, readers },
  plan,
}: {
  health: SourceHealth;
  plan: Plan | null;
}) {
  const viewers = readers === 1 ? "one viewer" : `${readers.toLocaleString("en-US")} viewers`;
  const budget = plan?.budget;
  return (
    <>
      <Fact name="Calls">
        {callsPastHour.toLocaleString("en-US")} in the past hour,{" "}
        {readers === 0 ? "and nobody watched as this page was opened" : `for ${viewers}`}
      </Fact>
      {budget === undefined ? null : (
        <Fact name="Budget">
          {callsThisHour.toLocaleString("en-US")} of {budget.toLocaleString("en-US")} used since the full hour
        </Fact>
      )}
    </>
  );
}

function Day({ health: { log }, at }: { health: SourceHealth; at: number }) {
  const failed = log.hours.reduce((sum, hour) => sum + hour.failed, 0);
  const all = log.hours.reduce((sum, hour) => sum + hour.failed + hour.good, 0);
  return (
    <Fact name="Past day">
      <span className="flex flex-wrap items-center gap-2">
        <HourBars hours={log.hours} now={at} />
        {failed === 0
          ? `all ${all.toLocaleString("en-US")} refreshes good`
          : `${failed.toLocaleString("en-US")} of ${all.toLocaleString("en-US")} refreshes failed`}
      </span>
    </Fact>
  );
}
