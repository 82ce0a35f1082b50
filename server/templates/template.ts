import type { BoardDocument } from "../../core/boards/document";
import type { Json } from "../../core/json";

/** Something that has to be said before a template can be used. */
export interface Ask {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** What the field starts with. */
  readonly initial?: string;
  /** It is not sent back to the page, and kept sealed where the source keeps it. */
  readonly secret?: true;
}

export type Answers = Readonly<Record<string, string>>;

/** A source that a template makes. `slug` is what it would like to be called; another one may have that name already. */
export interface PlannedSource {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly settings: Readonly<Record<string, Json>>;
  /** Milliseconds. */
  readonly interval: number;
}

/** `slugOf` tells what a planned source is called in this workspace. */
export type SlugOf = (planned: string) => string;

/** Sources and a board of them, made in one step. */
export interface Template {
  readonly slug: string;
  readonly title: string;
  /** One line on what the board shows. */
  readonly about: string;
  readonly icon: "machine" | "chart" | "pulse" | "quake" | "weather" | "exchange" | "status" | "news" | "home" | "list";
  readonly asks: readonly Ask[];
  /** Throws nothing: answers that do not fit make settings that the connector refuses. */
  sources(answers: Answers): readonly PlannedSource[];
  /** Of the first source, by its path: the value that shows in the gallery that it answers. */
  readonly shows?: { readonly path: string; readonly name: string };
  board(slugOf: SlugOf, answers: Answers): BoardDocument;
}
