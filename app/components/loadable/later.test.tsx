import { renderToReadableStream } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { later } from "./later";
import { laterCode } from "./later-code";

const Words = ({ children }: { children: string }) => <p>{children}</p>;

test("[LO4] a part whose code comes later is drawn by the server with the rest", async () => {
  const Later = later(
    laterCode(async () => ({ Words })),
    (code) => code.Words,
  );
  const page = await renderToReadableStream(<Later>there</Later>);
  await page.allReady;
  const text = await new Response(page).text();
  expect(text).toContain("<!--$--><p>there</p>");
  expect(text, "put in place by a script").not.toContain("<script");
});

test("[LO4] its code is tried until it comes", async () => {
  vi.useFakeTimers();
  let asked = 0;
  const code = laterCode(async () => {
    asked += 1;
    if (asked < 4) throw new TypeError("Failed to fetch dynamically imported module");
    return { Words };
  });
  const loaded = code.load();
  await vi.advanceTimersByTimeAsync(0);
  expect({ asked, now: code.now }).toEqual({ asked: 1, now: null });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(4);
  expect(await loaded).toEqual({ ok: true, code: { Words } });
  vi.useRealTimers();
});
