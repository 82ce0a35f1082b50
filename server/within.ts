export type Within<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly cause: string };

/** The promise's value if it comes within `ms` milliseconds; otherwise why not. Never rejects. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<Within<T>> {
  const { promise: late, resolve } = Promise.withResolvers<Within<T>>();
  const timer = setTimeout(() => resolve({ ok: false, cause: `no answer within ${ms} ms` }), ms);
  const settled = promise.then(
    (value): Within<T> => ({ ok: true, value }),
    (cause: unknown): Within<T> => ({ ok: false, cause: String(cause) }),
  );
  try {
    return await Promise.race([settled, late]);
  } finally {
    clearTimeout(timer);
  }
}
