import { HOP_HEADER } from "../../core/sources/hop";

const USER_AGENT = "Deltaboard/0.1";

/** Headers that frame or route the request, or name where it came from: the runtime's and the platform's business. */
const RESERVED =
  /^(host|connection|content-length|expect|keep-alive|te|trailer|transfer-encoding|upgrade|user-agent|via|deltaboard-.*|proxy-.*|cf-.*|x-forwarded-.*|x-real-ip|forwarded|sec-.*)$/i;

/** Whether a source may set this header itself. */
export function isOwnHeader(name: string): boolean {
  return !RESERVED.test(name);
}

/**
 * What goes out. Once a redirect has left the first origin only `accept` of the source's own headers is kept. `mark`: by
 * which this server knows its own requests again.
 */
export function requestHeaders(own: Readonly<Record<string, string>>, stayed: boolean, mark: string): Headers {
  const headers = new Headers({ accept: "*/*" });
  for (const [name, value] of Object.entries(own)) {
    if (isOwnHeader(name) && (stayed || name.toLowerCase() === "accept")) headers.set(name, value);
  }
  headers.set("user-agent", USER_AGENT);
  headers.set(HOP_HEADER, mark);
  return headers;
}
