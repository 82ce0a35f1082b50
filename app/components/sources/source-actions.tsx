import { Copy, LayoutGrid, Pause, Pencil, Play, RotateCw, Trash2, Webhook } from "lucide";
import { Form, useNavigation } from "react-router";
import { PUSH } from "../../../core/sources/written";
import { Button, ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";

interface Props {
  readonly source: { readonly slug: string; readonly kind: string; readonly enabled: boolean; readonly asked: boolean };
}

/** What one may do with a source, each a form of its own page, so that it works without JavaScript too. */
export function SourceActions({ source: { slug, kind, enabled, asked } }: Props) {
  const busy = useNavigation().formData?.get("intent");
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      {asked && enabled ? (
        <Button type="submit" name="intent" value="refresh" off={busy === "refresh"} icon={<Icon of={RotateCw} />}>
          Refresh now
        </Button>
      ) : null}
      {asked ? (
        <Button
          type="submit"
          name="intent"
          value={enabled ? "pause" : "resume"}
          icon={enabled ? <Icon of={Pause} /> : <Icon of={Play} />}
        >
          {enabled ? "Pause" : "Resume"}
        </Button>
      ) : null}
      {kind === PUSH ? (
        <ButtonLink to="push" icon={<Icon of={Webhook} />}>
          Webhooks and pages
        </ButtonLink>
      ) : null}
      <ButtonLink to="edit" icon={<Icon of={Pencil} />}>
        Edit
      </ButtonLink>
      <Button type="submit" name="intent" value="board" variant="prime" icon={<Icon of={LayoutGrid} />}>
        Make a board
      </Button>
      <Button type="submit" name="intent" value="duplicate" icon={<Icon of={Copy} />}>
        Duplicate
      </Button>
      <ButtonLink to={`../sources/${slug}/remove`} icon={<Icon of={Trash2} />}>
        Remove…
      </ButtonLink>
    </Form>
  );
}
