import { expect, test } from "vitest";
import { guess } from "./guess";

test.each<[string, number, string | undefined]>([
  ["used_bytes", 1, "bytes"],
  ["usedBytes", 1, "bytes"],
  ["used-bytes-total", 1, "bytes"],
  ["latencyMs", 1, "ms"],
  ["uptime_seconds", 1, "s"],
  ["seconds", 1, "s"],
  ["rx_bytes_per_second", 1, "bytes/s"],
  ["cpuPercent", 1, "%"],
  ["hit_ratio", 1, "ratio"],
  ["temperature_celsius", 1, "°C"],
  ["price", 1, undefined],
  ["bytesish", 1, undefined],
  ["items", 1, undefined],
])("[M5] a number called %s is a series in its unit", (name, value, unit) => {
  expect(guess(name, value)).toEqual({ kind: "series", value, unit });
});

test.each<[string, number]>([
  ["id", 7],
  ["order_id", 7],
  ["orderId", 7],
  ["updated_at", 1_795_255_200],
  ["updatedAt", 1_795_255_200_000],
  ["timestamp", 1_795_255_200],
])("[M5] a number called %s tells things apart or is a moment: it has no past", (name, value) => {
  expect(guess(name, value)).toMatchObject({ kind: "value", value });
});

test("[M5] a number that only its name makes a moment is a series", () => {
  expect(guess("response_time", 0.34).kind).toBe("series");
  expect(guess("time", 12).kind).toBe("series");
});

test.each<[string, number]>([
  ["45%", 45],
  [" -4.5 % ", -4.5],
  ["+0%", 0],
])("[M5] the text %j is a percentage", (text, value) => {
  expect(guess("a", text)).toEqual({ kind: "series", value, unit: "%" });
});

test.each(["2026-11-21", "2026-11-21T09:58:12Z", "2026-11-21 09:58", "2026-11-21T09:58:12.5+01:00"])(
  "[M5] the text %j is a date",
  (text) => {
    expect(guess("a", text)).toEqual({ kind: "value", value: text, unit: "date" });
  },
);

test.each(["2026-13-45", "2026", "1.5.2026", "45% off", "12", "", true, null, [1], { a: 1 }])(
  "[M5] %j is what it is",
  (value) => {
    expect(guess("a", value)).toEqual({ kind: "value", value, unit: undefined });
  },
);
