import { isClosedIpv4, isLoopbackIpv4, isPublicIpv4, parseIpv4 } from "./ipv4";
import { embeddedIpv4, type Ipv6, isClosedIpv6, isLoopbackIpv6, isPublicIpv6, parseIpv6 } from "./ipv6";

/**
 * Where a host name leads, as far as its spelling tells: to the internet, to this machine, elsewhere inside, or to a
 * place that no source may ever read (a cloud's metadata, multicast).
 * A public name can still resolve to an inner address: resolver.ts looks, and docs/sources/guard.md says what that
 * cannot see.
 */
export type Reach = "public" | "inner" | "loopback" | "closed";

/** Names that never belong to the public DNS: RFC 6761, 6762, 8375, 9476, and what routers, companies and clusters use. */
const INNER_SUFFIXES = [
  "alt",
  "arpa",
  "corp",
  "home",
  "internal",
  "intranet",
  "invalid",
  "lan",
  "local",
  "localdomain",
  "onion",
  "private",
  "svc",
  "test",
];

const METADATA_NAMES = [
  "instance-data",
  "instance-data.ec2.internal",
  "metadata",
  "metadata.azure.internal",
  "metadata.goog",
  "metadata.google.internal",
  "metadata.tencentyun.com",
];

/** `hostname` is a WHATWG URL's: lower case, ASCII, IPv4 in four decimal parts, IPv6 in brackets. */
export function reachOf(hostname: string): Reach {
  const name = withoutDot(hostname);
  const ipv4 = parseIpv4(name);
  if (ipv4 !== null) return reachOfIpv4(ipv4);
  if (name.startsWith("[")) return reachOfIpv6(parseIpv6(name.slice(1, -1)));
  if (name === "localhost" || name.endsWith(".localhost")) return "loopback";
  if (METADATA_NAMES.includes(name)) return "closed";
  const last = name.slice(name.lastIndexOf(".") + 1);
  return name.includes(".") && !INNER_SUFFIXES.includes(last) ? "public" : "inner";
}

/** Whether a host has to be looked up, since it is no address itself. */
export function isName(hostname: string): boolean {
  return parseIpv4(hostname) === null && !hostname.startsWith("[");
}

function reachOfIpv4(address: number): Reach {
  if (isLoopbackIpv4(address)) return "loopback";
  if (isClosedIpv4(address)) return "closed";
  return isPublicIpv4(address) ? "public" : "inner";
}

function reachOfIpv6(address: Ipv6 | null): Reach {
  if (address === null) return "closed";
  if (isLoopbackIpv6(address)) return "loopback";
  if (isClosedIpv6(address)) return "closed";
  return isPublicIpv6(address) ? "public" : "inner";
}

/** One spelling for every way to write the same host, so that two can be compared. */
export function canonicalHost(hostname: string): string {
  const name = withoutDot(hostname.toLowerCase());
  if (reachOf(name) === "loopback") return "loopback";
  const ipv6 = name.startsWith("[") ? parseIpv6(name.slice(1, -1)) : null;
  const ipv4 = ipv6 ? embeddedIpv4(ipv6) : null;
  return ipv4 === null ? name : [24, 16, 8, 0].map((shift) => (ipv4 >>> shift) & 255).join(".");
}

function withoutDot(hostname: string): string {
  return hostname.endsWith(".") ? hostname.slice(0, -1) : hostname;
}
