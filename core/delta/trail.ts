import type { Json } from "../json";
import type { Operation } from "./operation";
import { pointer } from "./pointer";

/** Levels below which differences are not looked for: what recurses needs an end before the stack's. */
const MAX_LEVELS = 500;

/** Where a difference is looked for, and what was found so far. A path is written only where there is a difference. */
export class Trail {
  readonly operations: Operation[] = [];
  /** The member that tells rows of an array apart; `id`, then `key`, where the source names none. */
  readonly rowKey: string | undefined;
  readonly #tokens: (string | number)[] = [];
  readonly #most: number;
  /** More than `most` operations were found: nobody will use them, and nothing more is looked for. */
  overfull = false;
  #path: string | null = "";
  /** Handed in, since what compares arrays and what compares values need each other. */
  readonly #inside: (before: Json, after: Json, trail: Trail) => void;

  constructor(
    inside: (before: Json, after: Json, trail: Trail) => void,
    rowKey?: string,
    most = Number.POSITIVE_INFINITY,
  ) {
    this.#inside = inside;
    this.rowKey = rowKey;
    this.#most = most;
  }

  /** Writes down what turns `before` into `after`, which are both at `token` of where the trail stands. */
  compare(token: string | number, before: Json, after: Json): void {
    if (before === after || this.overfull) return;
    if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) {
      return this.replace(token, after);
    }
    if (this.#tokens.length >= MAX_LEVELS) return this.replace(token, after);
    this.#tokens.push(token);
    this.#path = null;
    this.#inside(before, after, this);
    this.#tokens.pop();
    this.#path = null;
  }

  add(token: string | number, value: Json): void {
    this.#write({ op: "add", path: this.#at(token), value });
  }

  remove(token: string | number): void {
    this.#write({ op: "remove", path: this.#at(token) });
  }

  replace(token: string | number, value: Json): void {
    this.#write({ op: "replace", path: this.#at(token), value });
  }

  move(from: number, to: number): void {
    this.#write({ op: "move", from: this.#at(from), path: this.#at(to) });
  }

  /** Forgets what was written since there were `count` operations. */
  rewind(count: number): void {
    this.operations.length = count;
  }

  /** The whole value where the trail stands, instead of what was written about its inside. */
  replaceHere(count: number, value: Json): void {
    this.rewind(count);
    this.#write({ op: "replace", path: this.#here(), value });
  }

  #write(operation: Operation): void {
    if (this.operations.length < this.#most) this.operations.push(operation);
    else this.overfull = true;
  }

  #at(token: string | number): string {
    return this.#here() + pointer([token]);
  }

  #here(): string {
    this.#path ??= pointer(this.#tokens);
    return this.#path;
  }
}
