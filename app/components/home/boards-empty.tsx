import { Database } from "lucide-react";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";

/** A workspace without boards: what a board needs first. */
export function BoardsEmpty() {
  return (
    <>
      <h1 className="flex min-h-9 items-center text-20 font-medium text-strong">No boards yet</h1>
      <p className="mb-5 max-w-[640px] text-14 text-muted">A board arranges keys, and keys come from sources.</p>
      <Card className="flex flex-wrap items-center gap-3 p-4">
        <span className="grid size-9 shrink-0 place-items-center rounded-6 border border-line text-muted">
          <Database aria-hidden className="size-4.5" strokeWidth={1.5} />
        </span>
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-14 font-medium text-strong">Begin with a source</h2>
          <p className="text-muted">
            A Prometheus endpoint or any address that answers with JSON, tested before it is saved.
          </p>
        </div>
        <ButtonLink to="sources" variant="prime" size="big">
          Go to sources
        </ButtonLink>
      </Card>
    </>
  );
}
