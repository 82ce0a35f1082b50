/** What is made when it is asked for, and made again when nobody has held it meanwhile: it takes no memory for its own sake. */
export function weakly<T extends object>(make: () => T): () => T {
  let last: WeakRef<T> | null = null;
  return () => {
    const made = last?.deref() ?? make();
    last = new WeakRef(made);
    return made;
  };
}
