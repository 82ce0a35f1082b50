import { describe, expect, test } from "vitest";
import { keepSecrets, placeOf } from "./keep-secrets";

const secret = `0123abcd.${"x".repeat(40)}`;
const other = `0123abcd.${"y".repeat(40)}`;
const before = {
  url: "https://api.example/a?x=1",
  headers: { Authorization: { secret }, "X-Key": { secret: other } },
  connection: { secret: other },
};
const typed = (url: string, value: string) => ({ url, headers: { Authorization: { plain: value } } });

describe("[Z6] secrets of a source that is changed", () => {
  test("stay where nothing was typed, and are replaced where something was", () => {
    expect(keepSecrets(typed("https://api.example/b", ""), before, [])).toEqual({
      settings: { url: "https://api.example/b", headers: { Authorization: { secret } } },
      again: [],
    });
    expect(keepSecrets(typed("https://api.example/b", "new"), before, []).settings).toEqual(
      typed("https://api.example/b", "new"),
    );
  });

  test.each([
    "https://evil.example/a",
    "http://api.example/a",
    "https://api.example:8443/a",
    "https://api.example.evil.example/",
    "https://api.example@evil.example/",
    "https://api.example\t.evil.example/",
    "https:/evil.example/",
    "upstream:machine",
    "no address",
  ])("are cleared when the address is %s, and have to be typed again", (url) => {
    const kept = keepSecrets(typed(url, ""), before, ["connection"]);
    expect(JSON.stringify(kept.settings)).not.toMatch(/xxxx|yyyy/);
    expect(kept.again).toEqual(["/headers/Authorization", "/connection"]);
  });

  test("of a setting that is not there stay if it is one of those named, and go with their header", () => {
    const { settings, again } = keepSecrets({ url: before.url, headers: {} }, before, ["connection"]);
    expect(settings).toEqual({ url: before.url, headers: {}, connection: { secret: other } });
    expect(again).toEqual([]);
  });

  test("that never were have to be typed", () => {
    expect(keepSecrets({ headers: { Cookie: { plain: "" } } }, {}, []).again).toEqual(["/headers/Cookie"]);
    expect(placeOf("/headers/Cookie")).toEqual(["headers", "Cookie"]);
  });
});
