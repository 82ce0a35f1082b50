import type { BoardDocument } from "../../core/boards/document";
import { freeSlug, slugOf } from "../../core/workspaces/slug";
import type { Answers, PlannedSource, Template } from "./template";

/** What a template comes to in a workspace that has sources and boards of these names already. */
export interface Plan {
  readonly sources: readonly PlannedSource[];
  readonly board: { readonly slug: string; readonly document: BoardDocument };
}

export function planOf(
  template: Template,
  answers: Answers,
  taken: { readonly sources: ReadonlySet<string>; readonly boards: ReadonlySet<string> },
): Plan {
  const names = new Map<string, string>();
  const used = new Set(taken.sources);
  const sources = template.sources(answers).map((source) => {
    const slug = freeSlug(source.slug, used);
    used.add(slug);
    names.set(source.slug, slug);
    return { ...source, slug };
  });
  const document = template.board((planned) => names.get(planned) ?? planned, answers);
  return { sources, board: { slug: freeSlug(slugOf(document.title) ?? template.slug, taken.boards), document } };
}
