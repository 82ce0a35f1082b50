/** Gives the list that it gave before as long as its members are the same. */
export class SameList<T> {
  #last: readonly T[] = [];

  of(list: readonly T[]): readonly T[] {
    const isSame = list.length === this.#last.length && list.every((one, i) => one === this.#last[i]);
    if (!isSame) this.#last = list;
    return this.#last;
  }
}
