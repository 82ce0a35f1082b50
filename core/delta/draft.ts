import { isArray, isObject, type Json } from "../json";
import { isPrototypeName } from "../keys/name";
import { Misfit } from "./misfit";
import { parseIndex, parsePointer } from "./pointer";

type Container = Json[] | { [name: string]: Json };

/**
 * A value while a patch changes it: each container on the way to a change is copied once, however many operations go
 * through it; the others stay the very same objects.
 */
export class Draft {
  value: Json;
  /** The copies made so far: what may be written to. */
  readonly #own = new Map<Json, Container>();
  /** Where the last operation wrote: the next one writes there, too, more often than not. */
  #last: { readonly path: string; readonly container: Container } | null = null;

  constructor(value: Json) {
    this.value = value;
  }

  insert(path: string, value: Json): void {
    if (path === "") return this.#whole(value);
    const token = lastToken(path);
    const parent = this.#parent(path);
    if (!isList(parent)) parent[token] = value;
    else if (token === "-") parent.push(value);
    else parent.splice(indexIn(parent, token, parent.length), 0, value);
  }

  /** Replacing by the same value copies nothing. */
  replace(path: string, value: Json): void {
    if (path === "") return this.#whole(value);
    if (this.#last?.path !== parentPath(path) && Object.is(tokensOf(path).reduce(member, this.value), value)) return;
    const token = lastToken(path);
    const parent = this.#parent(path);
    member(parent, token);
    put(parent, token, value);
  }

  /** Gives what it removed. */
  remove(path: string): Json {
    if (path === "") throw new Misfit("the whole value can be neither removed nor moved");
    const token = lastToken(path);
    const parent = this.#parent(path);
    const value = member(parent, token);
    if (isList(parent)) parent.splice(Number(token), 1);
    else delete parent[token];
    return value;
  }

  #whole(value: Json): void {
    this.value = value;
    this.#last = null;
  }

  /** The container that holds what the path leads to, and all on the way to it, made our own. */
  #parent(path: string): Container {
    const above = parentPath(path);
    if (this.#last?.path === above) return this.#last.container;
    let container = this.#copyOf(this.value);
    this.value = container;
    for (const token of tokensOf(above)) {
      const inner = member(container, token);
      const copy = this.#copyOf(inner);
      if (copy !== inner) put(container, token, copy);
      container = copy;
    }
    this.#last = { path: above, container };
    return container;
  }

  #copyOf(value: Json): Container {
    const own = this.#own.get(value);
    if (own) return own;
    if (!isArray(value) && !isObject(value)) throw new Misfit("a path goes through what holds nothing");
    const copy = isArray(value) ? [...value] : { ...value };
    this.#own.set(copy, copy);
    return copy;
  }
}

/** `isArray` is for values that nobody changes. */
function isList(container: Container): container is Json[] {
  return Array.isArray(container);
}

function member(parent: Json, token: string): Json {
  if (isArray(parent)) return parent[indexIn(parent, token, parent.length - 1)] as Json;
  if (!isObject(parent) || !Object.hasOwn(parent, token)) throw new Misfit(`there is no ${token}`);
  return parent[token] as Json;
}

/** In place of what is there. */
function put(parent: Container, token: string, value: Json): void {
  if (isList(parent)) parent[indexIn(parent, token, parent.length - 1)] = value;
  else parent[token] = value;
}

function indexIn(array: readonly Json[], token: string, last: number): number {
  const index = parseIndex(token);
  if (index === null || index > last) throw new Misfit(`there is no element ${token} of ${array.length}`);
  return index;
}

function parentPath(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function lastToken(path: string): string {
  const token = path.slice(path.lastIndexOf("/") + 1);
  const isPlain = path.startsWith("/") && !token.includes("~") && !isPrototypeName(token);
  return isPlain ? token : (tokensOf(path).at(-1) ?? "");
}

function tokensOf(path: string): string[] {
  const tokens = parsePointer(path);
  if (tokens === null) throw new Misfit("a path is not a JSON pointer, or goes where none may");
  return tokens;
}
