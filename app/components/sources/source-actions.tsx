import { Copy, LayoutGrid, Pause, Pencil, Play, RotateCw, Trash2, Webhook } from "lucide-react";
import { Form, useNavigation } from "react-router";
import { PUSH } from "../../../core/sources/written";
import { Button, ButtonLink } from "../ui/button";

interface Props {
  readonly source: { readonly slug: string; readonly kind: string; readonly enabled: boolean; readonly asked: boolean };
}

/** What one may do with a source, each a form of its own page, so that it works without JavaScript too. */
export function SourceActions({ source: { slug, kind, enabled, asked } }: Props) {
  const busy = useNavigation().formData?.get("intent");
  return (
    <Form method="post" className="flex flex-wrap items-center gap-2">
      {asked && enabled ? (
        <Button type="submit" name="intent" value="refresh" off={busy === "refresh"} icon={<RotateCw aria-hidden />}>
          Refresh now
        </Button>
      ) : null}
      {asked ? (
        <Button
          type="submit"
          name="intent"
          value={enabled ? "pause" : "resume"}
          icon={enabled ? <Pause aria-hidden /> : <Play aria-hidden />}
        >
          {enabled ? "Pause" : "Resume"}
        </Button>
      ) : null}
      {kind === PUSH ? (
        <ButtonLink to="push" icon={<Webhook aria-hidden />}>
          Webhooks and pages
        </ButtonLink>
      ) : null}
      <ButtonLink to="edit" icon={<Pencil aria-hidden />}>
        Edit
      </ButtonLink>
      <Button type="submit" name="intent" value="board" variant="prime" icon={<LayoutGrid aria-hidden />}>
        Make a board
      </Button>
      <Button type="submit" name="intent" value="duplicate" icon={<Copy aria-hidden />}>
        Duplicate
      </Button>
      <ButtonLink to={`../sources/${slug}/remove`} icon={<Trash2 aria-hidden />}>
        Remove…
      </ButtonLink>
    </Form>
  );
}
