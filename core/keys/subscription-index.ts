/**
 * Who wants a key. A trie over pattern segments: asking costs the segments of the key and the answers, not the number
 * of subscribers or patterns. Reader ids are opaque.
 */
export class SubscriptionIndex<Reader> {
  readonly #root = new Node<Reader>();

  add(reader: Reader, pattern: string): void {
    this.#node(pattern).readers(pattern).add(reader);
  }

  remove(reader: Reader, pattern: string): void {
    prune(this.#root, pattern.split("."), 0, reader, pattern);
  }

  /** Every reader with at least one pattern that matches the key, each once. */
  wanting(key: string): Set<Reader> {
    const found = new Set<Reader>();
    collect(this.#root, key.split("."), 0, found);
    return found;
  }

  get empty(): boolean {
    return this.#root.empty;
  }

  #node(pattern: string): Node<Reader> {
    return pathOf(pattern).reduce((node, segment) => node.child(segment), this.#root);
  }
}

/** `exact`: patterns that end at this node. `below`: patterns whose trailing `*` covers everything under it. */
class Node<Reader> {
  readonly exact = new Set<Reader>();
  readonly below = new Set<Reader>();
  readonly children = new Map<string, Node<Reader>>();

  child(segment: string): Node<Reader> {
    let node = this.children.get(segment);
    if (!node) {
      node = new Node();
      this.children.set(segment, node);
    }
    return node;
  }

  readers(pattern: string): Set<Reader> {
    return endsOpen(pattern) ? this.below : this.exact;
  }

  get empty(): boolean {
    return this.exact.size === 0 && this.below.size === 0 && this.children.size === 0;
  }
}

function endsOpen(pattern: string): boolean {
  return pattern === "*" || pattern.endsWith(".*");
}

function pathOf(pattern: string): string[] {
  const segments = pattern.split(".");
  return endsOpen(pattern) ? segments.slice(0, -1) : segments;
}

function collect<Reader>(node: Node<Reader>, key: string[], depth: number, found: Set<Reader>): void {
  // No `*` stands for a `$` segment, and those stand first only.
  const hidden = depth === 0 && key[0]?.startsWith("$");
  const segment = key[depth];
  if (segment === undefined) {
    for (const reader of node.exact) found.add(reader);
    return;
  }
  if (!hidden) {
    for (const reader of node.below) found.add(reader);
    const any = node.children.get("*");
    if (any) collect(any, key, depth + 1, found);
  }
  const named = node.children.get(segment);
  if (named) collect(named, key, depth + 1, found);
}

function prune<Reader>(node: Node<Reader>, segments: string[], depth: number, reader: Reader, pattern: string): void {
  const path = endsOpen(pattern) ? segments.length - 1 : segments.length;
  if (depth === path) {
    node.readers(pattern).delete(reader);
    return;
  }
  const segment = segments[depth] as string;
  const child = node.children.get(segment);
  if (!child) return;
  prune(child, segments, depth + 1, reader, pattern);
  if (child.empty) node.children.delete(segment);
}
