import { expect, test, vi } from "vitest";
import { log } from "./log";

test("an event is one JSON line on the console's method of its level", () => {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  log.info("started", { port: 8787 });
  expect(print).toHaveBeenCalledExactlyOnceWith('{"level":"info","event":"started","port":8787}');
});

test("an error is told with its name, message, stack and cause", () => {
  const print = vi.spyOn(console, "error").mockImplementation(() => {});
  log.error("failed", { error: new TypeError("no", { cause: new Error("why") }) });
  const told: unknown = JSON.parse(String(print.mock.calls[0]?.[0]));
  expect(told).toMatchObject({
    level: "error",
    error: {
      name: "TypeError",
      message: "no",
      stack: expect.stringContaining("log.test.ts"),
      cause: { message: "why" },
    },
  });
});
