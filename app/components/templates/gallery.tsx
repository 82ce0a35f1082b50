import { PanelMessage } from "../panels/panel-message";
import { ButtonLink } from "../ui/button";
import { Card } from "../ui/card";
import type { ListedTemplate } from "./listed-template";
import { TemplateCard } from "./template-card";

interface GalleryProps {
  templates: readonly ListedTemplate[];
  /** Only those in whose words all of this is. */
  asked?: string;
}

/** Templates to begin with, each with a value that was read from here just now. */
export function Gallery({ templates, asked = "" }: GalleryProps) {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const found = templates.filter(({ title, about }) =>
    words.every((word) => `${title} ${about}`.toLowerCase().includes(word)),
  );
  if (found.length === 0) {
    return (
      <Card className="mt-4 grid min-h-40">
        <PanelMessage
          title={`No template matches “${asked}”`}
          action={<ButtonLink to="?">Show all templates</ButtonLink>}
        >
          The words of {templates.length} templates were searched.
        </PanelMessage>
      </Card>
    );
  }
  return (
    <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(320px,100%),1fr))] gap-2">
      {found.map((template) => (
        <TemplateCard key={template.slug} template={template} />
      ))}
    </ul>
  );
}
