import { FlaskConical, LayoutTemplate, Plus } from "lucide";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import { Icon } from "../ui/icon";

/** A workspace without sources: what one is, and the first step. */
export function SourcesEmpty({ mayWrite }: { mayWrite: boolean }) {
  return (
    <Card className="mt-4 grid justify-items-start gap-3 p-6">
      <h2 className="text-16 font-medium text-strong">No sources yet</h2>
      <p className="max-w-[560px] text-14 text-muted">
        A source is an address that is asked again and again: a Prometheus endpoint, or anything that answers with JSON.
        Each of its values becomes a key, and boards show keys. A source is tested before it is saved. Keys can also be
        written by people, or pushed by programs, in a source that is never asked.
      </p>
      {mayWrite ? (
        <div className="flex flex-wrap gap-2">
          <ButtonLink to="../templates" variant="prime" size="big" icon={<Icon of={LayoutTemplate} />}>
            From a template
          </ButtonLink>
          <ButtonLink to="new" size="big" icon={<Icon of={Plus} />}>
            New source
          </ButtonLink>
          <ButtonLink to="../templates/property-market" size="big" icon={<Icon of={FlaskConical} />}>
            A demo with made-up values
          </ButtonLink>
        </div>
      ) : (
        <p className="text-muted">Your role lets you look, not add. Ask an editor of this workspace.</p>
      )}
    </Card>
  );
}
