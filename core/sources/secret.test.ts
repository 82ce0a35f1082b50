import { describe, expect, test } from "vitest";
import { secretsIn, withSecrets } from "./secret";

const sealed = `0123abcd.${"x".repeat(40)}`;
const settings = {
  url: "https://example.com",
  headers: { Authorization: { secret: sealed }, "a/b": { plain: "typed" }, Accept: "text/plain" },
  list: [{ plain: "first" }, { plain: "second", more: 1 }, { secret: "not sealed" }],
};

describe("secrets in settings", () => {
  test("[Z1] are found wherever they are, and nothing else is", () => {
    expect(secretsIn(settings)).toEqual([
      { field: "/headers/Authorization", kept: "sealed", text: sealed },
      { field: "/headers/a~1b", kept: "plain", text: "typed" },
      { field: "/list/0", kept: "plain", text: "first" },
    ]);
  });

  test("[Z1] are replaced in their places; the rest stays as it is", () => {
    expect(withSecrets(settings, ({ field, kept }) => `${kept} ${field}`)).toEqual({
      url: "https://example.com",
      headers: { Authorization: "sealed /headers/Authorization", "a/b": "plain /headers/a~1b", Accept: "text/plain" },
      list: ["plain /list/0", { plain: "second", more: 1 }, { secret: "not sealed" }],
    });
  });
});
