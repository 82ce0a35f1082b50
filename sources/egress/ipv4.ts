/**
 * IPv4 blocks that are not the public internet, by RFC 6890 and the IANA special-purpose registry. 192.88.99.0/24 is
 * the old 6to4 relay.
 */
const INNER_BLOCKS: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
];

/**
 * Never a source, also where private addresses may be read: link-local, where clouds hand out credentials to whoever
 * asks, three more such addresses (Alibaba, Oracle, Azure), multicast, 240/4 with broadcast.
 */
const CLOSED_BLOCKS: readonly (readonly [network: string, bits: number])[] = [
  ["169.254.0.0", 16],
  ["100.100.100.200", 32],
  ["192.0.0.192", 32],
  ["168.63.129.16", 32],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** The address as a 32-bit number; null for anything but the four decimal parts that the URL standard writes. */
export function parseIpv4(host: string): number | null {
  const parts = host.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

export function isPublicIpv4(address: number): boolean {
  return !isClosedIpv4(address) && !INNER_BLOCKS.some((block) => isIn(address, block));
}

export function isClosedIpv4(address: number): boolean {
  return CLOSED_BLOCKS.some((block) => isIn(address, block));
}

/** 127/8, and 0/8, which reaches this machine as well. */
export function isLoopbackIpv4(address: number): boolean {
  return address >>> 24 === 127 || address >>> 24 === 0;
}

function isIn(address: number, [network, bits]: readonly [network: string, bits: number]): boolean {
  const differing = (address ^ (parseIpv4(network) ?? 0)) >>> 0;
  return differing < 2 ** (32 - bits);
}
