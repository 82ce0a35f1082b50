/** AES-256-GCM by the platform's own cryptography: the tag of 128 bits stands at the end of what is sealed. */

/** `iv`: 96 bits, never twice under one key. `bound`: what the text is only to be opened with. */
export async function seal(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  bound: Uint8Array<ArrayBuffer>,
  text: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const algorithm = { name: "AES-GCM", iv, additionalData: bound };
  return new Uint8Array(await crypto.subtle.encrypt(algorithm, key, text));
}

/** Null where key, iv, what it is bound to or a single bit is another. */
export async function open(
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  bound: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const algorithm = { name: "AES-GCM", iv, additionalData: bound };
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed));
  } catch (error) {
    // What does not fit is an OperationError and nothing more, by design of the interface.
    if (error instanceof DOMException && error.name === "OperationError") return null;
    throw error;
  }
}

export function importKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}
