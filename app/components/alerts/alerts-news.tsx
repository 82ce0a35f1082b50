import { Undo2 } from "lucide";
import { Form, useSearchParams } from "react-router";
import type { AlertRule } from "../../../core/alerts/rule";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";

/** What the last step did, told by the address it led to: only of a rule that is there, or is gone. */
export function AlertsNews({ rules }: { rules: readonly AlertRule[] }) {
  const [search] = useSearchParams();
  const saved = rules.find(({ id }) => id === search.get("saved"));
  const removed = search.get("removed");
  const isGone = removed !== null && rules.every(({ id }) => id !== removed);
  if (!saved && !isGone) return null;
  return (
    <div className="mt-3">
      {saved ? (
        <Notice tone="info" title={`“${saved.name}” is saved, and watches from now on.`} />
      ) : (
        <Notice tone="info" title="The rule was removed.">
          <Form method="post" className="mt-1">
            <input type="hidden" name="id" value={removed ?? ""} />
            <Button type="submit" name="act" value="restore" icon={<Icon of={Undo2} />}>
              Undo
            </Button>
          </Form>
        </Notice>
      )}
    </div>
  );
}
