import { importKey, open, seal } from "./aes-gcm";
import { fromBase64url, toBase64url } from "./base64url";

/** What a secret is bound to: nothing else can open it, so a copy in another row, field or workspace is worth nothing. */
export interface SecretPlace {
  readonly workspaceId: string;
  readonly sourceId: string;
  /** A JSON Pointer into the source's settings. */
  readonly field: string;
}

interface NamedKey {
  /** The first 32 bits of the SHA-256 of the key, as hex: tells keys apart and gives nothing away. */
  readonly id: string;
  readonly key: CryptoKey;
}

/**
 * Seals and opens secrets. The first of the server's keys seals, all of them open: to change the key, put a new one in
 * front. A sealed text is `<key id>.<base64url of iv, ciphertext and tag>`.
 */
export class Vault {
  readonly #keys: Promise<readonly NamedKey[]>;

  /** `keys`: 32 bytes each, as base64url; the newest first. None: nothing can be sealed or opened. */
  constructor(keys: readonly string[]) {
    this.#keys = Promise.all(keys.map(named));
  }

  /** The id of the key that seals; null where the server has none. */
  async keyId(): Promise<string | null> {
    return (await this.#keys)[0]?.id ?? null;
  }

  /** Null where the server has no key. */
  async seal(place: SecretPlace, text: string): Promise<string | null> {
    const [newest] = await this.#keys;
    if (!newest) return null;
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
    const sealed = await seal(newest.key, iv, boundTo(place, newest.id), new TextEncoder().encode(text));
    return `${newest.id}.${toBase64url(new Uint8Array([...iv, ...sealed]))}`;
  }

  /** Null where its key is gone, or it was sealed for another place. */
  async open(place: SecretPlace, text: string): Promise<string | null> {
    const [id = "", body = ""] = text.split(".");
    const key = (await this.#keys).find((one) => one.id === id)?.key;
    const bytes = fromBase64url(body);
    if (!key || bytes === null) return null;
    const opened = await open(key, bytes.slice(0, IV_BYTES), boundTo(place, id), bytes.slice(IV_BYTES));
    return opened && new TextDecoder().decode(opened);
  }
}

const IV_BYTES = 12;

async function named(text: string): Promise<NamedKey> {
  const bytes = fromBase64url(text);
  if (bytes?.length !== 32) throw new Error("a key for secrets has 32 bytes");
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const id = Array.from(digest.slice(0, 4), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { id, key: await importKey(bytes) };
}

/** As JSON, so that no two places are written alike. */
function boundTo({ workspaceId, sourceId, field }: SecretPlace, keyId: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([workspaceId, sourceId, field, keyId]));
}
