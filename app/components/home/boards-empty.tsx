import { Gallery } from "../templates/gallery";
import type { ListedTemplate } from "../templates/listed-template";

/** A workspace without boards: the gallery at once, for those who may use it. */
export function BoardsEmpty({ templates, mayWrite }: { templates: readonly ListedTemplate[]; mayWrite: boolean }) {
  return (
    <>
      <p className="mt-1 max-w-[640px] text-14 text-muted">
        {mayWrite
          ? "A template makes its sources and a board in one step. The values are read from here just now."
          : "Ask an editor of this workspace for the first one."}
      </p>
      {mayWrite ? <Gallery templates={templates} /> : null}
    </>
  );
}
