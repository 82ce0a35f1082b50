import { isClosedIpv4, isLoopbackIpv4 } from "./ipv4";

/** The eight 16-bit groups of an address. */
export type Ipv6 = readonly number[];

/**
 * Only 2000::/3 is given out for use on the internet. Inside it these are not: protocol assignments with Teredo and
 * ORCHID, documentation, and 6to4, which is a way to write an IPv4 address.
 */
const INNER_BLOCKS: readonly (readonly [network: string, bits: number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

/** Never a source: link-local, multicast, and one cloud's metadata. Site-local is long dead. */
const CLOSED_BLOCKS: readonly (readonly [network: string, bits: number])[] = [
  ["fe80::", 9],
  ["ff00::", 8],
  ["fd00:ec2::254", 128],
];

/** Reads an address in the URL standard's spelling, without brackets; null for anything else. */
export function parseIpv6(host: string): Ipv6 | null {
  const halves = host.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = halves.map(groupsOf);
  if (!head || (halves.length === 2 && !tail)) return null;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail ? missing < 1 : missing !== 0) return null;
  return [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
}

function groupsOf(text: string): number[] | null {
  if (text === "") return [];
  const parts = text.split(":");
  return parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part)) ? parts.map((part) => Number.parseInt(part, 16)) : null;
}

export function isPublicIpv6(address: Ipv6): boolean {
  if (group(address, 0) >>> 13 !== 1) return false;
  return !INNER_BLOCKS.some((block) => isIn(address, block));
}

export function isClosedIpv6(address: Ipv6): boolean {
  const inner = embeddedIpv4(address);
  return (inner !== null && isClosedIpv4(inner)) || CLOSED_BLOCKS.some((block) => isIn(address, block));
}

export function isLoopbackIpv6(address: Ipv6): boolean {
  const inner = embeddedIpv4(address);
  if (inner !== null && isLoopbackIpv4(inner)) return true;
  return address.slice(0, 7).every((part) => part === 0) && group(address, 7) <= 1;
}

/**
 * The IPv4 address that an IPv6 one stands for: mapped (::ffff:a.b.c.d), compatible (::a.b.c.d), translated
 * (::ffff:0:a.b.c.d), NAT64 (64:ff9b::a.b.c.d, 64:ff9b:1::), 6to4 (2002:ab:cd::). Null for all others.
 */
export function embeddedIpv4(address: Ipv6): number | null {
  if (group(address, 0) === 0x2002) return join(address, 1);
  const nat64 = group(address, 0) === 0x64 && group(address, 1) === 0xff9b;
  const zeros = address.slice(0, 4).every((part) => part === 0);
  const middle = [group(address, 4), group(address, 5)].join(":");
  if (nat64 || (zeros && ["0:65535", "65535:0"].includes(middle))) return join(address, 6);
  return zeros && middle === "0:0" && group(address, 6) !== 0 ? join(address, 6) : null;
}

function join(address: Ipv6, from: number): number {
  return group(address, from) * 65_536 + group(address, from + 1);
}

function group(address: Ipv6, index: number): number {
  return address[index] ?? 0;
}

function isIn(address: Ipv6, [network, bits]: readonly [network: string, bits: number]): boolean {
  const wanted = parseIpv6(network) ?? [];
  return address.every((part, i) => {
    const left = Math.min(16, Math.max(0, bits - i * 16));
    return (part ^ group(wanted, i)) >>> (16 - left) === 0;
  });
}
