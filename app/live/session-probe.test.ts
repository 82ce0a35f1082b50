import { expect, it } from "vitest";
import { probeSession } from "./session-probe";

function answering(status: number, url = "https://x.test/w/acme", redirected = false, headers = {}): typeof fetch {
  return async () =>
    Object.defineProperties(new Response(null, { status, headers }), {
      url: { value: url },
      redirected: { value: redirected },
    });
}

it.each([
  ["in", answering(200)],
  ["in", answering(200, "https://x.test/w/acme/b/one", true)],
  ["out", answering(200, "https://x.test/login?to=%2Fw%2Facme", true)],
  ["out", answering(401)],
  ["gone", answering(404)],
  ["unknown", answering(503)],
  ["unknown", async () => Promise.reject(new TypeError("Failed to fetch"))],
] as const)("says %s", async (answer, request) => {
  expect((await probeSession("acme", request)).is).toBe(answer);
});

it("says when the browser's session ends, where the server says it", async () => {
  const answer = answering(200, undefined, false, { "Session-Ends": "1795257059352" });
  expect(await probeSession("acme", answer)).toEqual({ is: "in", ends: 1_795_257_059_352 });
  expect(await probeSession("acme", answering(200))).toEqual({ is: "in", ends: null });
});
