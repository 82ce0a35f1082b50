import { Key, Plus } from "lucide";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";

/** A workspace without rules: what one is, and the ways to the first. */
export function AlertsEmpty({ mayWrite }: { mayWrite: boolean }) {
  return (
    <Card className="mt-4 grid justify-items-start gap-3 p-6">
      <h2 className="text-16 font-medium text-strong">No alert rules yet</h2>
      <p className="max-w-[560px] text-14 text-muted">
        A rule watches one key, or all keys of a pattern: it fires when a value stays above or below a limit for as long
        as you say, when it is or is not what it should be, or when it is not brought any more. What fires is counted in
        the header of every page, for everybody, at once.
      </p>
      {mayWrite ? (
        <>
          <div className="flex flex-wrap gap-2">
            <ButtonLink to="rule" variant="prime" size="big" icon={<Icon of={Plus} />}>
              New rule
            </ButtonLink>
            <ButtonLink to="../keys" size="big" icon={<Icon of={Key} />}>
              Choose a key
            </ButtonLink>
          </div>
          <p className="text-muted">
            “Alert on this” in the menu of a panel, or on the page of a key, fills in the rule for you.
          </p>
        </>
      ) : (
        <p className="text-muted">Your role lets you look, not add. Ask an editor of this workspace.</p>
      )}
    </Card>
  );
}
