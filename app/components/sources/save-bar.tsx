import { Button, ButtonLink } from "../ui/button";
import type { Standing } from "./use-trial";

interface Props {
  readonly standing: Standing;
  readonly busy: boolean;
  readonly saving: boolean;
}

const words: Record<Standing, string> = { untested: "Test and save", good: "Save source", failed: "Save anyway" };

/**
 * The end of the form. What was not tested is tested on the way; what failed is saved on purpose only; what people
 * write is saved as it is.
 */
export function SaveBar({ standing, busy, saving }: Props) {
  return (
    <div className="col-span-full mt-2 flex flex-wrap items-center justify-end gap-2 border-t border-line pt-3">
      <p className="mr-auto text-muted">
        {standing === "failed" ? "Saved as it is, it starts as Failing and is tried again on schedule." : null}
      </p>
      <ButtonLink to=".." relative="path" size="big">
        Back
      </ButtonLink>
      <Button
        type="submit"
        name="intent"
        value={standing === "failed" ? "save-anyway" : "save"}
        size="big"
        variant={standing === "good" ? "prime" : "default"}
        off={busy}
      >
        {saving ? (
          "Saving…"
        ) : (
          <>
            <span className="group-has-[[data-written]:checked]/source:hidden">{words[standing]}</span>
            <span className="hidden group-has-[[data-written]:checked]/source:inline">{words.good}</span>
          </>
        )}
      </Button>
    </div>
  );
}
