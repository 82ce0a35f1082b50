import { LayoutTemplate } from "lucide-react";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";

/** A workspace without boards: the two ways to the first one. */
export function BoardsEmpty({ mayWrite }: { mayWrite: boolean }) {
  return (
    <>
      <h1 className="flex min-h-9 items-center text-20 font-medium text-strong">No boards yet</h1>
      <p className="mb-5 max-w-[640px] text-14 text-muted">A board arranges keys, and keys come from sources.</p>
      {mayWrite ? <Begin /> : <p className="text-muted">Ask an editor of this workspace for the first one.</p>}
    </>
  );
}

function Begin() {
  return (
    <Card className="flex flex-wrap items-center gap-3 p-4">
      <span className="grid size-9 shrink-0 place-items-center rounded-6 border border-line text-muted">
        <LayoutTemplate aria-hidden className="size-4.5" strokeWidth={1.5} />
      </span>
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="text-14 font-medium text-strong">Begin with a template</h2>
        <p className="text-muted">
          It makes a source and a board of it in one step, and says first whether it answers.
        </p>
      </div>
      <ButtonLink to="sources" size="big">
        Go to sources
      </ButtonLink>
      <ButtonLink to="templates" variant="prime" size="big">
        See templates
      </ButtonLink>
    </Card>
  );
}
