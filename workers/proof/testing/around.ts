type Method = (...args: never[]) => unknown;
type Of<T, K extends keyof T> = Extract<T[K], Method>;
type Seen<T, K extends keyof T> = (
  self: T,
  go: () => ReturnType<Of<T, K>>,
  ...args: Parameters<Of<T, K>>
) => ReturnType<Of<T, K>>;

/**
 * Puts something around a method of every object of a class, also of those that exist already: how a test in the same
 * isolate sees into objects that show nothing of their insides. Gives back what undoes it.
 */
export function around<T extends object, K extends keyof T & string>(
  prototype: T,
  name: K,
  seen: Seen<T, K>,
): () => void {
  const method: unknown = Reflect.get(prototype, name);
  if (!isMethod<T, K>(method)) throw new Error(`${name} is no method`);
  const replaced = function (this: T, ...args: Parameters<Of<T, K>>): ReturnType<Of<T, K>> {
    return seen(this, () => method.apply(this, args), ...args);
  };
  Reflect.set(prototype, name, replaced);
  return () => {
    Reflect.set(prototype, name, method);
  };
}

function isMethod<T, K extends keyof T>(
  value: unknown,
): value is (this: T, ...args: Parameters<Of<T, K>>) => ReturnType<Of<T, K>> {
  return typeof value === "function";
}
