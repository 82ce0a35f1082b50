/**
 * Every metric there is, in the order of the answer: its name without `machine_`, its one label if it has one, and what
 * it tells. README.md lists them for readers.
 *
 * @typedef {{ name: string, help: string, label?: string }} Metric
 * @type {readonly Metric[]}
 */
export const metricList = [
  { name: "cpu_usage_percent", help: "Share of all cores' time that was not idle." },
  { name: "cpu_core_usage_percent", label: "core", help: "The same for each core." },
  { name: "load1", help: "Load average over 1 minute." },
  { name: "load5", help: "Load average over 5 minutes." },
  { name: "load15", help: "Load average over 15 minutes." },
  { name: "memory_total_bytes", help: "Memory of the machine." },
  { name: "memory_used_bytes", help: "Memory that could not be given to a program: total less available." },
  { name: "memory_available_bytes", help: "Memory that could be given to a program." },
  { name: "memory_cached_bytes", help: "Memory that holds files' contents." },
  { name: "memory_used_percent", help: "Used memory as a share of the total." },
  { name: "swap_used_bytes", help: "Swap in use." },
  { name: "disk_size_bytes", label: "mount", help: "Size of a file system." },
  { name: "disk_used_bytes", label: "mount", help: "Used part of a file system." },
  { name: "disk_used_percent", label: "mount", help: "Used part as a share of what is used or free." },
  { name: "disk_read_bytes_per_second", help: "Read from all disks." },
  { name: "disk_write_bytes_per_second", help: "Written to all disks." },
  { name: "network_receive_bytes_per_second", help: "Received over all interfaces but the loopback." },
  { name: "network_transmit_bytes_per_second", help: "Sent over all interfaces but the loopback." },
  { name: "network_interface_receive_bytes_per_second", label: "interface", help: "Received over an interface." },
  { name: "network_interface_transmit_bytes_per_second", label: "interface", help: "Sent over an interface." },
  { name: "processes_total", help: "Processes." },
  { name: "processes_running", help: "Processes that run or wait for a core." },
  { name: "processes_blocked", help: "Processes that wait for a device." },
  { name: "uptime_seconds", help: "Time since the machine was started." },
  { name: "temperature_celsius", help: "Temperature of the processor." },
];
