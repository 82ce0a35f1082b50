import { RotateCw } from "lucide";
import { useFetcher } from "react-router";
import type { SourceState } from "../../../core/sources/state";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { LastGood, NextRefresh } from "./source-ages";

interface Props {
  readonly slug: string;
  readonly state: Extract<SourceState, { state: "failing" }>;
  readonly mayWrite: boolean;
}

/** The second row of a failing source: why, since when, when next, and the way to try at once. */
export function SourceTrouble({ slug, state, mayWrite }: Props) {
  return (
    <tr className="phone:block phone:px-3 phone:pt-2">
      <td className="phone:hidden" />
      <td colSpan={8} className="pr-2 pb-2.5 pl-2 phone:block phone:p-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-6 bg-failing-soft py-1.5 pr-1.5 pl-3 text-12">
          <div className="min-w-0 flex-1 basis-60 wrap-anywhere">
            <p className="text-body">{state.failure.message}</p>
            <p className="text-muted">
              Last good <LastGood slug={slug} state={state} />, next try <NextRefresh slug={slug} state={state} />
            </p>
          </div>
          {mayWrite ? <RetryNow slug={slug} /> : null}
        </div>
      </td>
    </tr>
  );
}

function RetryNow({ slug }: { slug: string }) {
  const fetcher = useFetcher();
  const asking = fetcher.state !== "idle";
  return (
    <fetcher.Form method="post">
      <input type="hidden" name="slug" value={slug} />
      <Button type="submit" name="intent" value="refresh" off={asking} icon={<Icon of={RotateCw} />}>
        {asking ? "Asking…" : "Retry now"}
      </Button>
    </fetcher.Form>
  );
}
