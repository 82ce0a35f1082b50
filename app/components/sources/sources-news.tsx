import { LayoutGrid, Undo2 } from "lucide";
import { Form, useSearchParams } from "react-router";
import { readAs } from "../../../core/schema/read-as";
import { slug } from "../../../core/sources/definition";
import { EDITABLE, PUSH } from "../../../core/sources/written";
import { HowToPush } from "../keys/how-to-push";
import { Button, ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import type { SourceLine } from "./source-line";

const appears: Readonly<Record<string, string>> = {
  [EDITABLE]: "as people write them.",
  [PUSH]: "as programs push them.",
};

/** What the last step did, told by the address it led to: only about sources that are there, or are gone. */
export function SourcesNews({ sources, mayWrite }: { sources: readonly SourceLine[]; mayWrite: boolean }) {
  const [search] = useSearchParams();
  const added = sources.find((source) => source.slug === search.get("added"));
  const removed = readAs(slug, search.get("removed"));
  const isGone = removed !== undefined && sources.every((source) => source.slug !== removed);
  if (!added && !isGone) return null;
  return (
    <div className="mt-3">
      {added ? (
        <Notice tone="info" title={`${added.name} was added.`}>
          Its keys begin with <code>{added.slug}.</code> and appear {appears[added.kind] ?? "with its first answer."}
          {added.kind === PUSH ? <HowToPush slug={added.slug} /> : null}
          <div className="mt-1">
            <ButtonLink to={added.slug} icon={<Icon of={LayoutGrid} />}>
              See its keys, and make a board of them
            </ButtonLink>
          </div>
        </Notice>
      ) : (
        <Notice tone="info" title={`The source ${removed} and its keys were removed.`}>
          {mayWrite ? (
            <Form method="post" className="mt-1">
              <input type="hidden" name="slug" value={removed} />
              <Button type="submit" name="intent" value="restore" icon={<Icon of={Undo2} />}>
                Undo
              </Button>
            </Form>
          ) : null}
        </Notice>
      )}
    </div>
  );
}
