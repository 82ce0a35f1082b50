import { sourceOf } from "../core/keys/name";
import type { SourceDefinition } from "../core/sources/definition";
import { findConnector } from "./registry";

/** Which member tells apart the rows of a key's value, as its source's settings say. They are parsed once. */
export class RowKeys {
  readonly #source: (slug: string) => SourceDefinition | undefined;
  readonly #known = new WeakMap<SourceDefinition, (path: string) => string | undefined>();

  constructor(source: (slug: string) => SourceDefinition | undefined) {
    this.#source = source;
  }

  of(key: string): string | undefined {
    const slug = sourceOf(key);
    const source = this.#source(slug);
    return source && this.#pathsOf(source)(key.slice(slug.length + 1));
  }

  #pathsOf(source: SourceDefinition): (path: string) => string | undefined {
    const known = this.#known.get(source);
    if (known) return known;
    const made = findConnector(source.kind)?.rowKeys(source.settings) ?? (() => undefined);
    this.#known.set(source, made);
    return made;
  }
}
