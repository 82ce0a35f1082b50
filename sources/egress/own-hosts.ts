import { canonicalHost } from "./host";

/**
 * Whether the URL leads to Deltaboard itself: a source that reads its own server would be a loop, and a way round the
 * sign-in. An entry is `host` (every port), `host:port` (that port), or `*.host` (everything below it). All spellings
 * of this machine count as one host.
 */
export function isOwnHost(url: URL, ownHosts: readonly string[]): boolean {
  return ownHosts.some((entry) => isEntry(url, entry.toLowerCase()));
}

function isEntry(url: URL, entry: string): boolean {
  if (entry.startsWith("*.")) return canonicalHost(url.hostname).endsWith(entry.slice(1));
  const { host, port } = splitPort(entry);
  return canonicalHost(url.hostname) === canonicalHost(host) && (port === null || port === portOf(url));
}

function splitPort(entry: string): { host: string; port: string | null } {
  const found = /^(.+):(\d+)$/.exec(entry);
  // An IPv6 address has colons of its own: only what follows the bracket is a port.
  if (!found?.[1] || !found[2] || (entry.startsWith("[") && !found[1].endsWith("]")))
    return { host: entry, port: null };
  return { host: found[1], port: found[2] };
}

export function portOf(url: URL): string {
  return url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
}
