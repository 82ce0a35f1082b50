import type { TemplateIconName } from "./template-icon";

/** A template as the gallery shows it. */
export interface ListedTemplate {
  readonly slug: string;
  readonly title: string;
  readonly about: string;
  readonly icon: TemplateIconName;
  /** It wants something said first. */
  readonly asks: boolean;
  /** It reads an address, which may or may not answer from here. */
  readonly isAsked: boolean;
  /** Milliseconds between two looks; null where nothing is looked at. */
  readonly interval: number | null;
  /** The value that shows that it answers. */
  readonly shows?: { readonly path: string; readonly name: string };
}
