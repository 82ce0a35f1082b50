import { expect, test } from "vitest";
import { asciiJson } from "./ascii-json";

test.each(["Ada", "東京 Ünal ✓", "𝄞", "a\u0000b", "\u007f\u0080\uffff", "lone \ud800", '"\\u00e9"'])(
  "%j is ASCII on its way and itself again",
  (name) => {
    const text = asciiJson({ name });
    expect(text).toMatch(/^[\u0020-\u007f]*$/);
    expect(JSON.parse(text)).toEqual({ name });
  },
);
