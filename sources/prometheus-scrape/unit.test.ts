import { expect, test } from "vitest";
import { guessUnit } from "./unit";

test.each<[string, string, string | undefined]>([
  ["machine_memory_used_bytes", "", "bytes"],
  ["machine_network_receive_bytes_per_second", "", "bytes/s"],
  ["machine_cpu_usage_percent", "", "%"],
  ["machine_uptime_seconds", "", "s"],
  ["node_network_receive_bytes_total", "", "bytes"],
  ["node_disk_io_time_seconds_total", "", "s"],
  ["http_request_duration_seconds_sum", "", "s"],
  ["http_request_duration_seconds_count", "", undefined],
  ["http_request_duration_milliseconds", "", "ms"],
  ["process_start_time_seconds", "Start time in seconds.", undefined],
  ["node_boot_time_seconds", "", undefined],
  ["job_last_success_timestamp_seconds", "", undefined],
  ["requests_created", "", undefined],
  ["cache_hit_ratio", "", "ratio"],
  ["room_temperature_celsius", "", "°C"],
  ["node_cpu_seconds_per_second", "", "ratio"],
  ["http_requests_per_second", "", "requests/s"],
  ["bytes", "", "bytes"],
  ["megabytes", "", undefined],
  ["machine_load1", "", undefined],
  ["heap", "Heap size in bytes.", "bytes"],
  ["traffic", "Traffic in bytes per second.", "bytes/s"],
  ["battery", "Charge in percent.", "%"],
  ["busy", "Busy, 0 to 100.", "%"],
  ["lag", "Lag in milliseconds.", "ms"],
  ["users", "People who are here.", undefined],
])("%s (%s) is in %s", (name, help, unit) => {
  expect(guessUnit(name, help)).toBe(unit);
});
