import { expect, test } from "vitest";
import { Loadable } from "./loadable";

/** Code from a server that can be taken away. */
function served() {
  const server = { isThere: true, asked: 0 };
  const code = new Loadable(async () => {
    server.asked += 1;
    if (!server.isThere) throw new TypeError("Failed to fetch dynamically imported module");
    return "code";
  });
  return { server, code };
}

test("[LO1] is loaded once, however often it is asked for", async () => {
  const { server, code } = served();
  expect(code.now).toBeNull();
  expect(server.asked).toBe(0);
  expect(code.load()).toBe(code.load());
  expect(await code.load()).toEqual({ ok: true, code: "code" });
  expect(await code.again()).toEqual({ ok: true, code: "code" });
  expect(code.now).toBe("code");
  expect(server.asked).toBe(1);
});

test("[LO2] what could not be loaded stays so until it is asked for again, and is then there", async () => {
  const { server, code } = served();
  server.isThere = false;
  const failed = code.load();
  expect(await failed).toMatchObject({ ok: false });
  expect(code.load()).toBe(failed);
  expect(await code.again()).toMatchObject({ ok: false });
  expect(code.failures).toBe(2);
  server.isThere = true;
  const asked = code.again();
  expect(code.again(), "asked for twice, loaded once").toBe(asked);
  expect(await asked).toEqual({ ok: true, code: "code" });
  expect(await code.load()).toEqual({ ok: true, code: "code" });
  expect(server.asked).toBe(3);
});
