/** How far the time in a signature may lie from the server's, either way, in milliseconds. */
export const TOLERANCE = 5 * 60_000;

const HEX = /^[0-9a-f]{64}$/;

/** A signature as its header writes it: `t=<seconds since 1970>,v1=<HMAC-SHA-256 as hex>`, in any order. */
export interface Signature {
  /** As it is signed, so that no reading of it can differ. */
  readonly time: string;
  readonly mac: string;
}

/** Null for what is no such header. */
export function parseSignature(header: string): Signature | null {
  const parts = new Map(header.split(",").map((part) => [part.slice(0, part.indexOf("=")).trim(), valueOf(part)]));
  const [time, mac] = [parts.get("t"), parts.get("v1")];
  if (time === undefined || mac === undefined || !/^\d{1,12}$/.test(time) || !HEX.test(mac)) return null;
  return { time, mac };
}

function valueOf(part: string): string {
  return part.slice(part.indexOf("=") + 1).trim();
}

/** Whether the signature is that of `<time>.<body>` under this secret. The comparison takes the same time for any two. */
export async function isSignedBy(secret: string, { time, mac }: Signature, body: string): Promise<boolean> {
  const bytes = Uint8Array.from(mac.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return crypto.subtle.verify("HMAC", await keyOf(secret), bytes, textOf(`${time}.${body}`));
}

/** The header's value. What senders do, and tests. `now` in milliseconds. */
export async function sign(secret: string, body: string, now: number): Promise<string> {
  const time = String(Math.floor(now / 1_000));
  const mac = await crypto.subtle.sign("HMAC", await keyOf(secret), textOf(`${time}.${body}`));
  return `t=${time},v1=${Array.from(new Uint8Array(mac), (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Whether it was signed within the tolerance. `now` in milliseconds. */
export function isTimely({ time }: Signature, now: number): boolean {
  return Math.abs(Number(time) * 1_000 - now) <= TOLERANCE;
}

function keyOf(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", textOf(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

function textOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
