import { Undo2 } from "lucide";
import { Form, useSearchParams } from "react-router";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";

/** That a board was removed just now, told by the address it led to, with the way back. */
export function BoardsNews({ slugs }: { slugs: readonly string[] }) {
  const [search] = useSearchParams();
  const removed = search.get("removed");
  if (removed === null || !/^[a-z0-9-]{1,32}$/.test(removed) || slugs.includes(removed)) return null;
  return (
    <div className="mt-3">
      <Notice tone="info" title={`The board ${removed} was removed.`}>
        <p>It can be put back for a day.</p>
        <Form method="post" className="mt-1">
          <input type="hidden" name="slug" value={removed} />
          <Button type="submit" name="intent" value="put-back" icon={<Icon of={Undo2} />}>
            Undo
          </Button>
        </Form>
      </Notice>
    </div>
  );
}
