import type { ListedTemplate } from "./listed-template";
import { TemplateCard } from "./template-card";

/** Templates to begin with, each with a value that was read from here just now. */
export function Gallery({ templates }: { templates: readonly ListedTemplate[] }) {
  return (
    <ul className="mt-4 grid grid-cols-[repeat(auto-fill,minmax(min(320px,100%),1fr))] gap-2">
      {templates.map((template) => (
        <TemplateCard key={template.slug} template={template} />
      ))}
    </ul>
  );
}
