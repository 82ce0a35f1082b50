import { cpuTemperature, fsSize, processes } from "systeminformation";

/** @import { Reading } from "./exposition.mjs" */

const MAX_MOUNTS = 16;
/** File systems that are no disk: memory, images that are always full, other machines' and programs' views. */
const NOT_REAL = /^(tmpfs|ramfs|devtmpfs|devfs|squashfs|iso9660|udf|autofs|efivarfs|nullfs|fuse\..*|nsfs|proc|sysfs)$/i;

/**
 * What starts a program of the system and changes slowly: read in the background, every `every` milliseconds.
 *
 * @type {Readonly<Record<string, { every: number, read: () => Promise<Reading[]> }>>}
 */
export const slowSensors = {
  "file systems": { every: 10_000, read: fileSystems },
  processes: { every: 5_000, read: processCounts },
  temperature: { every: 10_000, read: temperature },
};

async function fileSystems() {
  const real = oneForEachDevice((await fsSize()).filter(isReal));
  return real.flatMap(({ mount, size, used, use }) => [
    { name: "disk_size_bytes", of: mount, value: size },
    { name: "disk_used_bytes", of: mount, value: used },
    { name: "disk_used_percent", of: mount, value: use },
  ]);
}

/** @param {{ type: string, mount: string, size: number }} fileSystem */
function isReal({ type, mount, size }) {
  if (size <= 0 || NOT_REAL.test(type) || /^\/(System\/Volumes|boot\/efi|snap)(\/|$)/.test(mount)) return false;
  // The root of a container is an overlay; other overlays show the same disk again.
  return type !== "overlay" || mount === "/";
}

/**
 * A device mounted in several places counts once, at its shortest mount.
 *
 * @template {{ fs: string, mount: string }} F
 * @param {F[]} fileSystems
 */
function oneForEachDevice(fileSystems) {
  /** @type {Map<string, F>} */
  const byDevice = new Map();
  for (const one of fileSystems.toSorted((a, b) => a.mount.length - b.mount.length)) {
    if (!byDevice.has(one.fs)) byDevice.set(one.fs, one);
  }
  return [...byDevice.values()].slice(0, MAX_MOUNTS).toSorted((a, b) => (a.mount < b.mount ? -1 : 1));
}

async function processCounts() {
  const { all, running, blocked } = await processes();
  // No process at all means that the list could not be read.
  if (all === 0) return [];
  return [
    { name: "processes_total", value: all },
    { name: "processes_running", value: running },
    { name: "processes_blocked", value: blocked },
  ];
}

async function temperature() {
  const { main } = await cpuTemperature();
  // Null without a sensor; virtual machines have some that say 0.
  return [{ name: "temperature_celsius", value: main === 0 ? undefined : main }];
}
