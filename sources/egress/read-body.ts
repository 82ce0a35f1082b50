/**
 * Reads a body as UTF-8 text, at most `maxBytes` after decompression (the runtime decompresses while it reads). Null
 * when there is more: the rest is cancelled unread, so that a small bomb costs no more memory than the limit.
 */
export async function readBody(response: Response, maxBytes: number): Promise<string | null> {
  if (response.body === null) return "";
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for (;;) {
    const chunk: { readonly done: boolean; readonly value?: unknown } = await reader.read();
    if (chunk.done) return text + decoder.decode();
    const { value } = chunk;
    if (!(value instanceof Uint8Array)) throw new TypeError("A body is made of bytes.");
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      // Not awaited: the answer is settled, and an upstream that is slow to hang up is no reason to wait.
      reader.cancel().catch(() => undefined);
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
