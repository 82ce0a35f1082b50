import * as v from "valibot";
import { LiveError } from "../../core/errors";
import type { Json } from "../../core/json";
import { json } from "../../core/protocol/parts";
import { isPortable, MAX_DEPTH } from "../../core/protocol/written";
import { apiProblem } from "./api-answer";

/** Of a request's body. */
export const BODY_BYTES = 256 * 1024;
export const JSON_TYPE = "application/json";

/** The media type of the body, one of these. Throws the 415. */
export function requireType({ headers }: Request, types: readonly string[]): string {
  const type = (headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  const encoding = headers.get("Content-Encoding") ?? "identity";
  if (types.includes(type) && encoding === "identity") return type;
  const words = `Send the body as ${types.join(" or ")}, not compressed.`;
  throw apiProblem(new LiveError("bad_input", words), { status: 415, headers: { Accept: types.join(", ") } });
}

/** The body's text. What is over the limit is not read to its end, whatever length was announced. Throws LiveError. */
export async function readText({ body }: Request): Promise<string> {
  if (body === null) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = body.getReader();
  let [bytes, text] = [0, ""];
  for (;;) {
    const chunk: { readonly done: boolean; readonly value?: unknown } = await reader.read();
    if (chunk.done) return text + decode(() => decoder.decode());
    const { value } = chunk;
    if (!(value instanceof Uint8Array)) throw new TypeError("A body is made of bytes.");
    bytes += value.byteLength;
    if (bytes > BODY_BYTES) {
      // The rest is nobody's: it is drained once this is answered.
      reader.releaseLock();
      throw new LiveError("frame_too_large", `A body may have ${BODY_BYTES} bytes.`);
    }
    text += decode(() => decoder.decode(value, { stream: true }));
  }
}

function decode(read: () => string): string {
  try {
    return read();
  } catch {
    throw new LiveError("bad_input", "The body is not UTF-8.");
  }
}

/** `what`: what the text is called in the sentence that refuses it. Throws LiveError. */
export function parseJson(text: string, what = "The body"): Json {
  const value = tryParse(text);
  if (value === undefined) throw new LiveError("bad_input", `${what} is not JSON.`);
  // A list of values, or an object of them, is two levels around each.
  if (isPortable(value, MAX_DEPTH + 2)) return value;
  throw new LiveError("bad_input", `${what} is not JSON that every reader reads alike, or is nested too deep.`);
}

function tryParse(text: string): Json | undefined {
  try {
    return v.parse(json, JSON.parse(text));
  } catch {
    // Not JSON: said by the caller.
    return undefined;
  }
}
