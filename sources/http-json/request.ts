import type { EgressRequest } from "../../core/sources/connector";
import { openText, type SealedSecret } from "../../core/sources/secret";
import type { HttpJsonSettings } from "./settings";

/** What a source asks, for its first page. */
export function requestOf({ url, query, headers, body, timeout, maxBytes }: HttpJsonSettings): EgressRequest {
  const own = opened(headers);
  const named = new Set(Object.keys(own).map((name) => name.toLowerCase()));
  return {
    url: Object.entries(opened(query)).reduce((at, [name, value]) => withParameter(at, name, value), url),
    timeout,
    maxBytes,
    headers: {
      ...(named.has("accept") ? {} : { accept: "application/json" }),
      ...(body === undefined || named.has("content-type") ? {} : { "content-type": "application/json" }),
      ...own,
    },
    ...(body === undefined ? {} : { body }),
  };
}

/** The address with this parameter in place of one of that name. A name of the operator's, `upstream:…`, has none. */
export function withParameter(address: string, name: string, value: string): string {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return address;
  url.searchParams.set(name, value);
  return url.href;
}

function opened(settings: Readonly<Record<string, string | SealedSecret>>): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, openText(value)]));
}
