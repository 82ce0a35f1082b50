/** So much (bytes) is read of a body that nobody wants. Of a longer one the connection is given up. */
const MOST = 1024 * 1024;

/**
 * Reads what is left of a request that was answered without reading all of its body. Behind Wrangler's proxy, which keeps its
 * connections, somebody else's next write would fail otherwise (workers-sdk#15203). Never rejects.
 */
export async function drain({ body }: Request): Promise<void> {
  if (body === null || body.locked) return;
  try {
    const reader = body.getReader();
    for (let bytes = 0; bytes < MOST; ) {
      const chunk: { readonly value?: unknown } = await reader.read();
      if (!(chunk.value instanceof Uint8Array)) return;
      bytes += chunk.value.byteLength;
    }
    await reader.cancel();
  } catch {
    // It was read to its end, or whoever sent it is gone.
  }
}
