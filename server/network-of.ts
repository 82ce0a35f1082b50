/**
 * What visitors are counted by: an IPv4 address, or the /64 network of an IPv6 one, since one household is given at
 * least so many addresses and could otherwise take every place that there is. What is no address stays as it is, cut.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  const whole = [...groups, ...Array<string>(Math.max(0, zeros)).fill("0"), ...rest];
  if (whole.length !== 8 || !whole.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return address.slice(0, 64);
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
