import { expect, test } from "vitest";
import { isOwnHeader, requestHeaders } from "./request-headers";

const own = { Accept: "text/plain", "X-Tenant": "a", Host: "inner", "CF-Connecting-IP": "1.2.3.4", "User-Agent": "x" };

test("a source's own headers go to its own origin, reserved ones nowhere", () => {
  expect([...requestHeaders(own, true, "ab12").keys()]).toEqual(["accept", "deltaboard-hop", "user-agent", "x-tenant"]);
  expect(requestHeaders(own, true, "ab12").get("user-agent")).toMatch(/^Deltaboard\//);
});

test("away from the first origin only what to accept is kept", () => {
  const headers = requestHeaders(own, false, "ab12");
  expect([...headers.keys()]).toEqual(["accept", "deltaboard-hop", "user-agent"]);
  expect(headers.get("accept")).toBe("text/plain");
});

test("the marker cannot be taken off or forged", () => {
  expect(isOwnHeader("Deltaboard-Hop")).toBe(false);
  expect(requestHeaders({ "deltaboard-hop": "" }, true, "ab12").get("deltaboard-hop")).toBe("ab12");
});
