/**
 * Ports from 1024 on that are no web server's: the Fetch standard's "bad ports", and data stores and consoles whose
 * protocols read lines or bytes that a request could be mistaken for.
 */
const REFUSED_PORTS: ReadonlySet<number> = new Set([
  1433, 1521, 1719, 1720, 1723, 2049, 2375, 2376, 3306, 3389, 3659, 4045, 4190, 5060, 5061, 5432, 5672, 5900, 6000,
  6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080, 11_211, 27_017,
]);

/** 80, 443 and the unprivileged ports, where exporters and APIs live. */
export function isAllowedPort(port: number): boolean {
  if (port === 80 || port === 443) return true;
  return port >= 1024 && port <= 65_535 && !REFUSED_PORTS.has(port);
}
