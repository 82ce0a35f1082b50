import { afterEach, expect, test, vi } from "vitest";
import { triggerSchedule } from "./each-minute.mjs";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a server that answers nothing for three minutes is lost, one that answers now and then or with a failure is not", async () => {
  vi.useFakeTimers();
  const said = vi.spyOn(console, "warn").mockImplementation(() => {});
  const answers: (number | null)[] = [200, null, null, 500, null, null, null, null];
  const asked = vi.fn(async () => {
    const status = answers.shift() ?? null;
    if (status === null) throw new Error("no answer");
    return new Response(null, { status });
  });
  vi.stubGlobal("fetch", asked);
  const lost = vi.fn();
  triggerSchedule("http://localhost:1", lost);
  await vi.advanceTimersByTimeAsync(6 * 60_000);
  expect(asked).toHaveBeenCalledTimes(6);
  expect(lost).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(lost).toHaveBeenCalledOnce();
  expect(said).toHaveBeenCalledOnce();
});
