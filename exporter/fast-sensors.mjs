import os from "node:os";
import { currentLoad, fsStats, mem, networkStats } from "systeminformation";

/** @import { Reading } from "./exposition.mjs" */
/** @typedef {ReturnType<typeof import("./rates.mjs").makeRates>} Rates */

const MAX_INTERFACES = 32;

/**
 * What costs little and changes quickly: read for each sample.
 *
 * @param {Rates} rates
 * @returns {Readonly<Record<string, () => Promise<Reading[]>>>}
 */
export function fastSensors(rates) {
  return {
    cpu,
    load: async () => loadAndUptime(),
    memory,
    disks: () => diskRates(rates),
    network: () => networkRates(rates),
  };
}

/** Shares of the time since this was last called. */
async function cpu() {
  const { currentLoad: usage, cpus } = await currentLoad();
  const cores = cpus.map(({ load }, i) => ({ name: "cpu_core_usage_percent", of: String(i), value: load }));
  return [{ name: "cpu_usage_percent", value: usage }, ...cores];
}

function loadAndUptime() {
  // Windows has no load average, and Node says 0 there.
  const [one, five, fifteen] = process.platform === "win32" ? [] : os.loadavg();
  return [
    { name: "load1", value: one },
    { name: "load5", value: five },
    { name: "load15", value: fifteen },
    { name: "uptime_seconds", value: Math.floor(os.uptime()) },
  ];
}

async function memory() {
  const { total, available, cached, swaptotal, swapused } = await mem();
  const used = total - available;
  return [
    { name: "memory_total_bytes", value: total },
    { name: "memory_used_bytes", value: used },
    { name: "memory_available_bytes", value: available },
    { name: "memory_cached_bytes", value: cached },
    { name: "memory_used_percent", value: total > 0 ? (used / total) * 100 : undefined },
    { name: "swap_used_bytes", value: swaptotal > 0 ? swapused : 0 },
  ];
}

/** @param {Rates} rates */
async function diskRates(rates) {
  // Null on systems whose counters it cannot read.
  const stats = await fsStats();
  const now = performance.now();
  return [
    { name: "disk_read_bytes_per_second", value: rates("disk read", stats?.rx, now) },
    { name: "disk_write_bytes_per_second", value: rates("disk write", stats?.wx, now) },
  ];
}

/** @param {Rates} rates */
async function networkRates(rates) {
  const all = await networkStats("*");
  const now = performance.now();
  const interfaces = all.filter(({ iface }) => !isLoopback(iface)).slice(0, MAX_INTERFACES);
  const received = interfaces.map(({ iface, rx_bytes }) => ({
    name: "network_interface_receive_bytes_per_second",
    of: iface,
    value: rates(`receive ${iface}`, rx_bytes, now),
  }));
  const sent = interfaces.map(({ iface, tx_bytes }) => ({
    name: "network_interface_transmit_bytes_per_second",
    of: iface,
    value: rates(`transmit ${iface}`, tx_bytes, now),
  }));
  return [
    { name: "network_receive_bytes_per_second", value: sumOfKnown(received) },
    { name: "network_transmit_bytes_per_second", value: sumOfKnown(sent) },
    ...received,
    ...sent,
  ];
}

/** @param {string} name */
function isLoopback(name) {
  return /^lo\d*$/.test(name) || name.includes("Loopback");
}

/** @param {readonly { value: number | undefined }[]} readings */
function sumOfKnown(readings) {
  const known = readings.flatMap(({ value }) => (value === undefined ? [] : [value]));
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
}
